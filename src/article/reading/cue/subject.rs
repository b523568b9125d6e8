//! Subjects: who does what a verb of speech says.
//!
//! Looks at the words right before the verb, past adverbs and insertions, or right behind it where subject and verb change places.

use super::super::lexicon::Traits;
use super::super::mention::{self, Link, Mention, Sort};
use super::super::token::{Kind, Shape, Token, Tokens};
use super::{Order, Subject};

/// How far a subject is looked for, in tokens.
const REACH: usize = 60;

/// How many mentions are looked at on the way.
const MENTIONS: usize = 15;

/// How many mentions can hang on each other.
const CHAIN: usize = 6;

/// Finds the subjects of the verbs of a passage.
pub(super) struct Subjects<'a> {
    pub(super) tokens: Tokens<'a>,
    pub(super) mentions: &'a [Mention],
}

/// Whether the word at `at` may stand between a subject and its verb.
pub(super) fn is_adverb(tokens: Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        let is_small = token.is_word() && !token.is_capital();
        is_small && (token.is(Traits::ADVERB) || tokens.word(at).ends_with("ly"))
            || token.is(Traits::CALENDAR) && !token.is(Traits::GIVEN)
    })
}

impl Subjects<'_> {
    /// The mention that covers the token `at`.
    pub(super) fn covering(&self, at: usize) -> Option<usize> {
        mention::covering(self.mentions, at)
    }

    /// The mention that begins at `at`, or behind the article there: names go without.
    pub(super) fn named(&self, at: usize) -> Option<usize> {
        let has_article = matches!(self.tokens.word(at), "the" | "a" | "an");
        self.covering(at)
            .or_else(|| self.covering(at + usize::from(has_article)))
    }

    /// The subject of the verb at `verb`.
    pub(super) fn of(&self, verb: usize) -> Option<Subject> {
        let (mention, order) = match self.behind(verb) {
            Some(mention) => (Some(mention), Order::Inverted),
            None => self.before(verb),
        };
        mention.map(|mention| Subject { mention, order })
    }

    /// The agent of the passive verb at `verb`.
    pub(super) fn agent(&self, verb: usize) -> Option<Subject> {
        let next = self
            .mentions
            .partition_point(|mention| mention.tokens.start <= verb);
        let is_agent = |&at: &usize| {
            self.get(at).is_some_and(|mention| {
                mention.link == Link::Agent && self.tokens.is_together(verb, mention.tokens.start)
            })
        };
        (next..next + 2).find(is_agent).map(|mention| Subject {
            mention,
            order: Order::Inverted,
        })
    }

    fn get(&self, mention: usize) -> Option<&Mention> {
        self.mentions.get(mention)
    }

    fn is_free(&self, mention: usize) -> bool {
        self.get(mention)
            .is_some_and(|mention| mention.link == Link::Free)
    }

    /// The subject right behind the verb, as in `“…,” said Lee`, `…, said Lee.` and `Said Lee: “…”`.
    fn behind(&self, verb: usize) -> Option<usize> {
        let token = self.tokens.get(verb)?;
        if !token.is(Traits::SAY)
            || token.is(Traits::TELL)
            || self.tokens.word(verb).ends_with("ing")
        {
            return None;
        }
        let next = (verb + 1..verb + 4).find(|&next| !is_adverb(self.tokens, next))?;
        let follows_quote = verb > 0 && self.tokens.is_stretch(verb - 1)
            || verb > 1 && self.is_mark(verb - 1) && self.tokens.is_stretch(verb - 2);
        let described = || self.described(next).filter(|_| follows_quote);
        let mention = described()
            .or_else(|| self.named(next))
            .filter(|_| self.tokens.is_together(verb, next))?;
        let end = self.get(mention)?.tokens.end;
        let ends_there = !self.tokens.is_joined(end - 1, end);
        let is_inverted = if follows_quote || token.has(Shape::FIRST) {
            ends_there
                || !self
                    .tokens
                    .is(end, Traits::AUXILIARY | Traits::BE | Traits::CUE)
        } else {
            verb > 0
                && self.tokens.is_mark(verb - 1, ',')
                && ends_there
                && self.get(mention)?.link == Link::Free
        };
        is_inverted.then_some(mention)
    }

    /// The name behind words at `at` that say what somebody is and that no list knows: *bridge keeper Amos Tull*, *her printer, Karl Reuss*.
    fn described(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        const BORDER: Traits = Traits::FUNCTION.union(Traits::CUE).union(Traits::CALENDAR);
        let owner = self.covering(at).and_then(|owner| self.get(owner));
        let is_owned = owner.is_some_and(|it| it.link == Link::Possessive);
        let start = owner.filter(|_| is_owned).map_or(at, |it| it.tokens.end);
        let is_plain = |&at: &usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.is_word() && !token.is_capital() && !token.is(BORDER))
                && self.covering(at).is_none()
        };
        let words = (start..start + LONGEST).take_while(is_plain).count();
        let end = start + words;
        let name = end + usize::from(is_owned && self.tokens.is_mark(end, ','));
        let mention = self.covering(name).filter(|_| words > 0)?;
        let is_name = self.get(mention)?.sort == Sort::Name;
        (is_name && self.tokens.is_together(at, name)).then_some(mention)
    }

    fn is_mark(&self, at: usize) -> bool {
        self.tokens.is_mark(at, ',') || self.tokens.is_mark(at, '—')
    }

    /// The subject before the verb.
    fn before(&self, verb: usize) -> (Option<usize>, Order) {
        const ADVERBS: usize = 8;
        let is_between = |&at: &usize| self.tokens.is_together(at, verb) && self.is_skipped(at);
        let skipped = (0..verb).rev().take(ADVERBS).take_while(is_between).count();
        let at = verb - skipped;
        let Some(before) = at
            .checked_sub(1)
            .filter(|&before| self.tokens.is_together(before, verb))
        else {
            return (self.main_behind(verb), Order::Remote);
        };
        if matches!(self.tokens.word(before), "you" | "You") {
            return (None, Order::Remote); // whoever is spoken to is not named
        }
        let direct = self
            .covering(before)
            .map(|mention| self.free(mention, verb))
            .or_else(|| self.before_insertion(before))
            .or_else(|| self.antecedent(before));
        match direct {
            Some(mention) => (Some(mention), Order::Direct),
            None => (self.main(verb), Order::Remote),
        }
    }

    /// Adverbs and auxiliaries between subject and verb.
    fn is_skipped(&self, at: usize) -> bool {
        let may_stand_between =
            is_adverb(self.tokens, at) || self.tokens.is(at, Traits::AUXILIARY | Traits::BE);
        may_stand_between && self.covering(at).is_none()
    }

    /// The mention itself, or what it hangs on: *a friend* of Lee; *Lee*, who is chairman of Acme.
    fn free(&self, mention: usize, verb: usize) -> usize {
        if self.acts_along(mention, verb) {
            return mention;
        }
        if let Some(whole) = self.listed(mention).or_else(|| self.made(mention)) {
            return whole;
        }
        let governor = self.governor(mention);
        if !self
            .get(governor)
            .is_some_and(|it| it.link == Link::Governed)
        {
            return governor;
        }
        let floor = verb.saturating_sub(REACH / 2);
        let relative = (floor..verb)
            .rev()
            .take_while(|&at| self.tokens.is_together(at, verb) && !self.tokens.is_stretch(at))
            .find(|&at| self.tokens.word(at) == "who");
        relative
            .and_then(|at| self.antecedent(at))
            .unwrap_or(governor)
    }

    /// Of whom a mention is the last who is listed: *the mayors* of Holm and Beck.
    fn listed(&self, mention: usize) -> Option<usize> {
        let first = mention.checked_sub(1)?;
        let start = self.get(mention)?.tokens.start;
        let and = start
            .checked_sub(1)
            .filter(|&at| self.tokens.word(at) == "and")?;
        let is_listed = self.is_free(mention) && self.get(first)?.tokens.end == and;
        let governor = self.governor(first);
        let is_many = governor != first && self.get(governor)?.sort == Sort::People;
        (is_listed && is_many).then_some(governor)
    }

    /// What somebody only saw, wrote or put out: *a report* seen by the paper.
    fn made(&self, mention: usize) -> Option<usize> {
        const DEEDS: &[&str] = &[
            "seen",
            "written",
            "obtained",
            "reviewed",
            "viewed",
            "published",
            "leaked",
        ];
        let agent = self.get(mention).filter(|it| it.link == Link::Agent)?;
        let text = mention.checked_sub(1)?;
        let end = self.get(text)?.tokens.end;
        let is_made = self.get(text)?.sort == Sort::Text
            && DEEDS.contains(&self.tokens.word(end))
            && self.tokens.word(end + 1) == "by"
            && self.tokens.is_joined(end, agent.tokens.start);
        is_made.then_some(text)
    }

    /// Whether a mention does something while somebody else does something else: *with Lee calling it “a mistake”*.
    fn acts_along(&self, mention: usize, verb: usize) -> bool {
        let start = self.get(mention).map_or(0, |mention| mention.tokens.start);
        let before = start.checked_sub(1).map_or("", |at| self.tokens.word(at));
        before.eq_ignore_ascii_case("with") && self.tokens.word(verb).ends_with("ing")
    }

    /// What a mention hangs on that hangs on a preposition: *a friend* of Lee.
    fn governor(&self, mention: usize) -> usize {
        const BETWEEN: Traits = Traits::PREPOSITION
            .union(Traits::DETERMINER)
            .union(Traits::MODIFIER);
        let mut at = mention;
        for before in (0..mention).rev().take(CHAIN) {
            let (Some(governor), Some(it)) = (self.get(before), self.get(at)) else {
                break;
            };
            let between = governor.tokens.end..it.tokens.start;
            let is_near = between.len() <= 3
                && self
                    .tokens
                    .is_together(governor.tokens.start, it.tokens.start);
            let hangs = it.link == Link::Governed
                && is_near
                && between.clone().all(|at| self.tokens.is(at, BETWEEN));
            if !hangs {
                break;
            }
            at = before;
        }
        at
    }

    /// The mention before an insertion that ends with the mark at `mark`: *Lee, the mayor,* or *Lee (D-Ohio)*.
    pub(super) fn before_insertion(&self, mark: usize) -> Option<usize> {
        let opening = match self.tokens.get(mark)?.kind {
            Kind::Mark(')') => '(',
            Kind::Mark('—') => '—',
            Kind::Mark(',') => ',',
            _ => return None,
        };
        let is_before = |&at: &usize| {
            self.get(at).is_some_and(|mention| {
                let end = mention.tokens.end;
                let begins = self.tokens.is_mark(end, opening)
                    || opening == ',' && self.tokens.is_mark(end, '(');
                mention.link == Link::Free && begins
            })
        };
        let upto = self
            .mentions
            .partition_point(|mention| mention.tokens.end < mark);
        let same_sentence = |&at: &usize| {
            self.get(at)
                .is_some_and(|mention| self.tokens.is_together(mention.tokens.start, mark))
        };
        let mut found = (0..upto)
            .rev()
            .take(MENTIONS)
            .take_while(same_sentence)
            .find(is_before)?;
        for apposed in (0..found).rev().take(CHAIN) {
            if !self.is_apposed(apposed, found) {
                break;
            }
            found = apposed;
        }
        let explained = self.explained(found);
        let whom = self.described_by(found);
        let whom = whom.or_else(|| self.described_by(explained?));
        Some(whom.unwrap_or(found))
    }

    /// The phrase before a name that says what the name is: *its chief*, Bob Ray.
    fn explained(&self, name: usize) -> Option<usize> {
        let comma = self.get(name)?.tokens.start.checked_sub(1)?;
        let phrase = self.covering(comma.checked_sub(1)?)?;
        let is_phrase = self.get(phrase)?.sort == Sort::Role;
        (is_phrase && self.tokens.is_mark(comma, ',')).then_some(phrase)
    }

    /// Whom the clause around a mention only describes, as long as the clause begins right before it: *the bank*, whose chief; *Ann Lee*,
    /// who met Bob Ray.
    fn described_by(&self, mention: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        const RELATIVES: &[&str] = &["who", "whose", "which", "whom"];
        let start = self.get(mention)?.tokens.start;
        let is_relative = |at: usize| RELATIVES.contains(&self.tokens.word(at));
        let is_inside = |&at: &usize| {
            self.tokens.is_together(at, start) && self.tokens.get(at).is_some_and(Token::is_word)
        };
        let within = (start.saturating_sub(LONGEST)..=start).rev();
        let relative = within.take_while(is_inside).find(|&at| is_relative(at))?;
        let comma = relative.checked_sub(1)?;
        let whom = self.covering(comma.checked_sub(1)?)?;
        let is_free = self.is_free(whom) && self.tokens.is_mark(comma, ',');
        is_free.then_some(whom)
    }

    /// Whether the phrase `phrase` only says what the mention before it is.
    fn is_apposed(&self, name: usize, phrase: usize) -> bool {
        let (Some(name), Some(phrase)) = (self.get(name), self.get(phrase)) else {
            return false;
        };
        let is_phrase = phrase.sort != Sort::Name && name.link == Link::Free;
        is_phrase
            && phrase.tokens.start == name.tokens.end + 1
            && self.tokens.is_mark(name.tokens.end, ',')
    }

    /// What the relative at `at` stands for.
    fn antecedent(&self, at: usize) -> Option<usize> {
        if !matches!(self.tokens.word(at), "who" | "which" | "that") {
            return None;
        }
        let end = if at > 0 && self.tokens.is_mark(at - 1, ',') {
            at - 1
        } else {
            at
        };
        let mention = self.covering(end.checked_sub(1)?)?;
        Some(self.governor(mention))
    }

    /// The subject of the clause around `at`, if it stands before.
    fn main(&self, at: usize) -> Option<usize> {
        let start = self.clause_start(at);
        let first = self
            .mentions
            .partition_point(|mention| mention.tokens.start < start);
        let last = self
            .mentions
            .partition_point(|mention| mention.tokens.start < at);
        (first..last).find(|&mention| self.is_free(mention))
    }

    /// The subject of the clause behind a participle that opens the sentence: *Calling it “a mistake,” Lee …*
    fn main_behind(&self, at: usize) -> Option<usize> {
        let first = self
            .mentions
            .partition_point(|mention| mention.tokens.start < at);
        let opens_clause = |&next: &usize| {
            let start = self.get(next).map_or(0, |mention| mention.tokens.start);
            let follows_mark = self
                .tokens
                .before(start)
                .is_some_and(|before| !before.is_word());
            self.is_free(next) && follows_mark && self.tokens.is_together(start, at)
        };
        (first..first + MENTIONS).find(opens_clause)
    }

    /// Where the clause around `at` begins: behind a semicolon or a colon, with a conjunction that has a subject of its own, or with the
    /// sentence.
    fn clause_start(&self, at: usize) -> usize {
        let floor = at.saturating_sub(REACH);
        let is_border = |&start: &usize| {
            let Some(before) = start
                .checked_sub(1)
                .filter(|&before| self.tokens.is_together(before, at))
            else {
                return true;
            };
            let is_mark = |c| self.tokens.is_mark(before, c);
            is_mark(';') || is_mark(':') || is_mark(',') && self.begins_clause(start, at)
        };
        (floor..at).rev().find(is_border).unwrap_or(floor)
    }

    /// Whether the word at `start` is a conjunction and a subject stands right behind it.
    fn begins_clause(&self, start: usize, at: usize) -> bool {
        const CONJUNCTIONS: &[&str] = &["and", "but", "while", "though", "although", "yet", "as"];
        CONJUNCTIONS.contains(&self.tokens.word(start))
            && (start + 1..(start + 3).min(at)).any(|next| {
                self.covering(next)
                    .is_some_and(|mention| self.is_free(mention))
            })
    }
}
