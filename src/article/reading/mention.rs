//! Mentions: the places in the narration that could say who speaks.
//!
//! Names with the titles before them, pronouns, and phrases: *a top diplomat*, *Trump’s campaign*, *people familiar with the talks*. Who is
//! meant is for [`people`](super::people) to say, and whether anybody speaks for [`cue`](super::cue).

mod link;
mod stranger;

use std::ops::Range;

use super::lexicon::Traits;
use super::name::Name;
use super::phrase::{self, Words};
use super::token::{Shape, Token, Tokens};
pub use link::Link;

/// A place that could name a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// All of it, by tokens of the narration.
    pub tokens: Range<usize>,
    /// What sort of words it is made of.
    pub sort: Sort,
    /// How it hangs together with what stands before it.
    pub link: Link,
    /// The name in it, by its number within the passage.
    pub name: Option<usize>,
}

/// The one of some mentions that covers the token `at`.
pub fn covering(mentions: &[Mention], at: usize) -> Option<usize> {
    let next = mentions.partition_point(|mention| mention.tokens.end <= at);
    let mention = mentions.get(next)?;
    (mention.tokens.start <= at).then_some(next)
}

/// What a mention is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A name, with or without a title.
    Name,
    /// *He*, *she*, *they*, *it*, *I*, *we*.
    Pronoun(Pronoun),
    /// What one person is.
    Role,
    /// What several people are.
    People,
    /// A body without a name.
    Body,
    /// Something to read.
    Text,
}

/// A pronoun of a person or a body, whatever its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pronoun {
    /// *He*, *his*.
    He,
    /// *She*, *her*.
    She,
    /// *They*, *their*.
    They,
    /// *It*, *its*.
    It,
    /// *I*, *we*: the writer.
    I,
}

/// The mentions in the narration of a passage, in order, apart from each other.
pub fn mentions(tokens: Tokens<'_>, names: &[Name]) -> Vec<Mention> {
    const OTHERS: usize = 10; // of so many words, one is a mention that is no name, about
    let finder = Finder {
        tokens,
        names,
        dateline: dateline(tokens),
    };
    let mut found: Vec<Mention> = Vec::with_capacity(names.len() + tokens.len() / OTHERS);
    let mut next_name = 0;
    let mut at = 0;
    loop {
        while names.get(next_name).is_some_and(|name| name.run.end <= at) {
            next_name += 1;
        }
        let name = names.get(next_name).map(|name| name.run.clone());
        let is_inside = name.as_ref().is_some_and(|run| run.start < at);
        let border = name.map_or(
            tokens.len(),
            |run| if is_inside { run.end } else { run.start },
        );
        let telling = tokens.slice(at..border).iter().position(is_telling);
        at = telling.map_or(border, |step| at + step);
        if at == tokens.len() {
            break;
        }
        if telling.is_none() && is_inside {
            continue; // behind the name
        }
        let Some(mention) = finder.at(at, next_name) else {
            at += 1;
            continue;
        };
        at = mention.tokens.end;
        while found
            .last()
            .is_some_and(|last| last.tokens.end > mention.tokens.start)
        {
            found.pop(); // a name or office that turned out to be part of a longer phrase
        }
        found.push(mention);
    }
    found
}

/// Whether a mention that is no name can have its head at a token; most tokens are done with this.
fn is_telling(token: &Token) -> bool {
    const TELLING: Traits = phrase::HEADS
        .union(Traits::PRONOUN)
        .union(Traits::DETERMINER)
        .union(Traits::AMOUNT);
    token.is(TELLING) || token.has(Shape::NUMBER) || token.is_mark('@')
}

/// How many tokens the place and date take that open a report: `KYIV, May 1 (AP) — `.
fn dateline(tokens: Tokens<'_>) -> usize {
    const LONGEST: usize = 12;
    if !tokens.has(0, Shape::CAPITALS) {
        return 0;
    }
    let is_border = |&at: &usize| tokens.is_mark(at, '—') && tokens.is_together(0, at);
    (1..LONGEST).find(is_border).unwrap_or(0)
}

struct Finder<'a> {
    tokens: Tokens<'a>,
    names: &'a [Name],
    dateline: usize,
}

impl Finder<'_> {
    /// The mention whose head is at `at`; `next` is the first name that ends behind it.
    fn at(&self, at: usize, next: usize) -> Option<Mention> {
        if let Some(name) = self.names.get(next).filter(|name| name.run.start == at) {
            return self.name(name, next);
        }
        if let Some(handle) = self.handle(at) {
            return Some(self.mention(handle, Sort::Name, None));
        }
        let token = self.tokens.get(at).filter(|token| token.is_word())?;
        if token.is(Traits::PRONOUN | Traits::DETERMINER)
            && let Some(pronoun) = pronoun(self.tokens.word(at))
        {
            return self.pronoun(at, token, pronoun);
        }
        if self.is_stand_in(at, token) {
            return Some(self.mention(at..at + 1, Sort::People, None));
        }
        self.phrase(at, token)
            .or_else(|| self.share(at, token))
            .or_else(|| self.unknown(at, token, next))
    }

    fn mention(&self, tokens: Range<usize>, sort: Sort, name: Option<usize>) -> Mention {
        let link = self.link(&tokens, sort);
        Mention {
            tokens,
            sort,
            link,
            name,
        }
    }

    /// A name with the title before it; a run that is nothing but a title is a phrase.
    fn name(&self, name: &Name, index: usize) -> Option<Mention> {
        let (start, end) = (name.run.start, name.run.end);
        if name.proper.is_empty() {
            return self.title(name.run.clone());
        }
        let is_small_title = |token: &Token| {
            token.is(Traits::ROLE | Traits::PLURAL)
                && !token.is(Traits::CUE)
                && !token.has(Shape::POSSESSIVE)
        };
        let has_small_title = self.tokens.before(start).is_some_and(is_small_title)
            && self.tokens.is_joined(start - 1, start);
        let has_title = name.proper.start > start;
        let office = phrase::office(self.tokens, start);
        let start = match (has_small_title, has_title) {
            _ if office.is_some() => office.unwrap_or(start),
            (true, _) => phrase::start(self.tokens, start, Words::Any).at,
            (false, true) => phrase::start(self.tokens, start, Words::Known).at,
            (false, false) => start,
        };
        Some(self.mention(start..end, Sort::Name, Some(index)))
    }

    /// A phrase that ends with a title or an origin: *the Attorney General*, *one Ohio Republican*. An origin alone is an adjective.
    fn title(&self, run: Range<usize>) -> Option<Mention> {
        const OFFICE: Traits = Traits::ROLE.union(Traits::PLURAL).union(Traits::TITLE);
        let (last, end) = (run.end - 1, run.end);
        let start = phrase::start(self.tokens, run.start, Words::Known);
        let is_verb = |token: &Token| token.is(Traits::CUE | Traits::FUNCTION);
        let leads_on = self.tokens.is_joined(last, end)
            && !self.tokens.get(end).is_some_and(is_verb)
            && !self.tokens.has(last, Shape::POSSESSIVE);
        let is_adjective = !self.tokens.is(last, OFFICE) && (leads_on || !start.is_determined);
        let sort = if self.tokens.is(last, Traits::PLURAL) {
            Sort::People
        } else {
            Sort::Role
        };
        (!is_adjective).then(|| self.mention(start.at..end, sort, None))
    }

    /// A pronoun; the empty *it* of *put it* and *made it clear* is none.
    fn pronoun(&self, at: usize, token: &Token, pronoun: Pronoun) -> Option<Mention> {
        const VERBS: &[&str] = &["put", "puts", "putting", "make", "makes", "made", "making"];
        let is_empty =
            pronoun == Pronoun::It && at > 0 && VERBS.contains(&self.tokens.word(at - 1));
        let mut mention = self.mention(at..at + 1, Sort::Pronoun(pronoun), None);
        if token.is(Traits::DETERMINER) {
            mention.link = Link::Possessive;
        }
        (!is_empty).then_some(mention)
    }

    /// A phrase whose head is at `at`. One person or thing without an article counts only where articles are dropped.
    fn phrase(&self, at: usize, token: &Token) -> Option<Mention> {
        if !token.is(phrase::HEADS) || phrase::leads_on(self.tokens, at) {
            return None;
        }
        let start = phrase::start(self.tokens, at, Words::Any);
        let drops_article = token.has(Shape::FIRST)
            || token.is(Traits::ROLE) && self.is_apposed(at)
            || self.opens_clause_of_headline(at);
        let is_bare = start.at == at && !token.is(Traits::PLURAL) && !drops_article;
        let follows_people = self
            .tokens
            .before(at)
            .is_some_and(|before| before.is(Traits::PLURAL));
        let is_verb = token.is(Traits::CUE) && (!start.is_determined || follows_people);
        if is_bare || is_verb {
            return None;
        }
        let end = phrase::end(self.tokens, at);
        Some(self.mention(start.at..end, sort(token), None))
    }

    /// Whether the word at `at` opens what follows a semicolon or a colon, and says something at once: *…; campaign says …*
    fn opens_clause_of_headline(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|at| self.tokens.is_mark(at, ';') || self.tokens.is_mark(at, ':'))
            && self.tokens.is_joined(at, at + 1)
            && self.tokens.is(at + 1, Traits::SAY)
    }

    /// Whether a name and a comma stand before: *Ann Lee, mayor of Kent*.
    fn is_apposed(&self, at: usize) -> bool {
        self.tokens
            .before(at)
            .is_some_and(|comma| comma.is_mark(','))
            && at
                .checked_sub(2)
                .is_some_and(|name| self.tokens.has(name, Shape::CAPITAL))
    }
}

fn sort(head: &Token) -> Sort {
    if head.is(Traits::PLURAL) {
        Sort::People
    } else if head.is(Traits::ROLE) {
        Sort::Role
    } else if head.is(Traits::GROUP) {
        Sort::Body
    } else {
        Sort::Text
    }
}

fn pronoun(word: &str) -> Option<Pronoun> {
    let stem = word.split(['\'', '’']).next().unwrap_or(word);
    Some(match stem {
        "he" | "He" | "his" | "His" => Pronoun::He,
        "she" | "She" | "her" | "Her" => Pronoun::She,
        "they" | "They" | "their" | "Their" => Pronoun::They,
        "it" | "It" | "its" | "Its" => Pronoun::It,
        "I" | "we" | "We" | "my" | "My" | "our" | "Our" => Pronoun::I,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    /// Each mention with its sort and link.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, Sort, Link)]) {
        let found = testing::narration(text, |tokens, mentions| {
            let shown = |it: &Mention| (tokens.text(it.tokens.clone()), it.sort, it.link);
            mentions.iter().map(shown).collect::<Vec<_>>()
        });
        let found: Vec<_> = found
            .iter()
            .map(|(words, sort, link)| (words.as_str(), *sort, *link))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_take_their_titles_along() {
        use Link::Free;
        use Sort::Name;
        check(
            "White House press secretary Ann Lee left.",
            &[("White House press secretary Ann Lee", Name, Free)],
        );
        check(
            "The late Sen. Lee left.",
            &[("The late Sen. Lee", Name, Free)],
        );
        check(
            "At the last convention Sen. Lee left.",
            &[("Sen. Lee", Name, Free)],
        );
    }

    #[test]
    fn phrases_have_a_head_and_what_leads_to_it() {
        use Link::{Free, Governed};
        check(
            "A top Ukrainian diplomat left.",
            &[("A top Ukrainian diplomat", Sort::Role, Free)],
        );
        check(
            "Senior officials left.",
            &[("Senior officials", Sort::People, Free)],
        );
        check(
            "Lee’s campaign manager left.",
            &[("Lee’s campaign manager", Sort::Role, Free)],
        );
        check(
            "The statement went to the company.",
            &[
                ("The statement", Sort::Text, Free),
                ("the company", Sort::Body, Governed),
            ],
        );
        check(
            "A person close to the talks said no.",
            &[("A person close to the talks", Sort::Role, Free)],
        );
        check("Some said no.", &[("Some", Sort::People, Free)]);
    }

    #[test]
    fn headlines_drop_articles_behind_a_semicolon() {
        check(
            "Talks end; campaign says no.",
            &[("campaign", Sort::Body, Link::Free)],
        );
    }

    #[test]
    fn an_origin_is_a_phrase_or_an_adjective() {
        check("The Kent Democrat lunch is over.", &[]);
        check(
            "One Kent Democrat said no.",
            &[("One Kent Democrat", Sort::Role, Link::Free)],
        );
        check(
            "A 45-year-old said no.",
            &[("A 45-year-old", Sort::Role, Link::Free)],
        );
    }

    #[test]
    fn who_speaks_need_not_be_known() {
        check(
            "“No,” said the beekeeper. The other beekeeper said no.",
            &[
                ("the beekeeper", Sort::Role, Link::Free),
                ("The other beekeeper", Sort::Role, Link::Free),
            ],
        );
        check("“No,” said one.", &[("one", Sort::People, Link::Free)]);
        check(
            "In all, 21 percent said no.",
            &[("21 percent", Sort::People, Link::Free)],
        );
        check("Lee on May 5 said no.", &[("Lee", Sort::Name, Link::Free)]);
        check(
            "She sent any prepared text.",
            &[("She", Sort::Pronoun(Pronoun::She), Link::Free)],
        );
    }

    #[test]
    fn a_handle_is_a_name() {
        check("@kentlee said no.", &[("@kentlee", Sort::Name, Link::Free)]);
        check(
            "@kent_lee2 said no.",
            &[("@kent_lee2", Sort::Name, Link::Free)],
        );
        check("then @ noon.", &[]);
    }

    #[test]
    fn verbs_are_no_heads() {
        check(
            "Critics note that critics report it.",
            &[
                ("Critics", Sort::People, Link::Free),
                ("critics", Sort::People, Link::Free),
                ("it", Sort::Pronoun(Pronoun::It), Link::Free),
            ],
        );
    }

    #[test]
    fn links_tell_what_a_mention_hangs_on() {
        check(
            "According to Lee, he told Ann Smith of Bob’s fall.",
            &[
                ("Lee", Sort::Name, Link::According),
                ("he", Sort::Pronoun(Pronoun::He), Link::Free),
                ("Ann Smith", Sort::Name, Link::Addressed),
                ("Bob", Sort::Name, Link::Possessive),
            ],
        );
        check(
            "It was said by Lee (R-Ohio) after Bob left.",
            &[
                ("It", Sort::Pronoun(Pronoun::It), Link::Free),
                ("Lee", Sort::Name, Link::Agent),
                ("Bob", Sort::Name, Link::Free),
            ],
        );
        check(
            "It was late (Lee, who knew, left).",
            &[
                ("It", Sort::Pronoun(Pronoun::It), Link::Free),
                ("Lee", Sort::Name, Link::Free),
            ],
        );
        check(
            "KYIV, May 1 (AP) — Lee left.",
            &[
                ("KYIV", Sort::Name, Link::Aside),
                ("AP", Sort::Name, Link::Aside),
                ("Lee", Sort::Name, Link::Free),
            ],
        );
    }

    #[test]
    fn an_empty_it_is_no_mention() {
        check(
            "As Lee put it, she made it clear.",
            &[
                ("Lee", Sort::Name, Link::Free),
                ("she", Sort::Pronoun(Pronoun::She), Link::Free),
            ],
        );
    }
}
