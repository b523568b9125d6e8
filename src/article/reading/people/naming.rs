//! A naming: a name as it stands in a passage, and what it tells of whom it names.

use std::ops::Range;

use super::figure::{Gender, Nature, Parts};
use crate::article::chapter::glossary::{Glossary, WordId};
use crate::article::reading::lexicon::Traits;
use crate::article::reading::mention::{Link, Mention};
use crate::article::reading::name::Name;
use crate::article::reading::token::{Shape, Token, Tokens};

/// A name as it stands in a passage.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// The number of the passage.
    pub scene: usize,
    /// Narration or quoted words.
    pub tokens: Tokens<'a>,
    /// The name.
    pub name: &'a Name,
    /// The mention it is in, with the title before it; none for quoted names.
    pub mention: Option<&'a Mention>,
    /// Whether all words have a capital there.
    pub is_title_case: bool,
}

impl Naming<'_> {
    fn proper(&self) -> &[Token] {
        self.tokens.slice(self.name.proper.clone())
    }

    /// Where the title begins that stands before the name.
    fn title_start(&self) -> usize {
        self.mention
            .map_or(self.name.run.start, |mention| mention.tokens.start)
    }

    /// Whether it can be the subject of a sentence.
    pub(super) fn is_subject(&self) -> bool {
        self.mention
            .is_some_and(|mention| mention.link == Link::Free)
    }

    /// The sentence of its passage that it stands in.
    pub(super) fn sentence(&self) -> Option<u32> {
        Some(self.proper().first()?.sentence)
    }

    /// The passage and the sentence of the narration that it stands in.
    pub(super) fn entry(&self) -> (usize, Option<u32>) {
        (self.scene, self.mention.and_then(|_| self.sentence()))
    }

    /// Whether it only tells who somebody’s relative is: *his son, Ben Lee*.
    pub(super) fn is_relative(&self) -> bool {
        self.relative().is_some()
    }

    /// What somebody is to somebody else, when that stands right before the name.
    pub(super) fn relative(&self) -> Option<&str> {
        let start = self.name.proper.start;
        let comma = start
            .checked_sub(1)
            .filter(|&at| self.tokens.is_mark(at, ','));
        let before = self.tokens.word(comma.unwrap_or(start).checked_sub(1)?);
        RELATIVES.contains(&before).then_some(before)
    }

    /// What stands behind the name and belongs to it: *Jr.*
    fn suffix_token(&self) -> Option<&Token> {
        let proper = self.proper();
        let last = proper.last().filter(|_| proper.len() > 1)?;
        last.is(Traits::SUFFIX).then_some(last)
    }

    /// The same as a word in small letters.
    pub(super) fn suffix(&self, glossary: &Glossary) -> Option<WordId> {
        Some(glossary.plain(self.suffix_token()?.word()?))
    }

    /// The same as it stands.
    pub(super) fn suffix_text(&self) -> Option<&str> {
        self.suffix_token()?;
        Some(self.tokens.word(self.name.proper.end - 1))
    }

    /// The form of address as it stands: *Mrs.*
    pub(super) fn address(&self) -> Option<String> {
        let title = self.title_start()..self.name.proper.start;
        let at = title
            .rev()
            .find(|&at| self.tokens.is(at, Traits::ADDRESS))?;
        Some(self.tokens.with_stop(at..at + 1))
    }

    /// The last word of the title, in small letters and without its stop.
    pub(super) fn title_word(&self, glossary: &Glossary) -> Option<WordId> {
        let is_title = |token: &&Token| token.is(Traits::TITLE | Traits::ROLE);
        let word = self.title().iter().rev().find(is_title)?.word()?;
        Some(glossary.plain(word))
    }

    fn title(&self) -> &[Token] {
        self.tokens
            .slice(self.title_start()..self.name.proper.start)
    }

    /// The name as it stands.
    pub(super) fn text(&self) -> String {
        let proper = self.name.proper.clone();
        match self.suffix_text() {
            Some("Jr" | "Sr") => self.tokens.with_stop(proper),
            _ => self.tokens.text(proper),
        }
    }

    /// The same, be it on two lines.
    pub(super) fn written(&self) -> &str {
        self.tokens.written(self.name.proper.clone())
    }

    /// The passage and the tokens of the name.
    pub(super) fn place(&self) -> (usize, Range<usize>) {
        (self.scene, self.name.proper.clone())
    }

    /// The words of the name in small letters, without *Jr.* and the like.
    pub(super) fn parts(&self, glossary: &Glossary) -> Parts {
        let proper = self.proper();
        let is_kept = |token: &&Token| !token.is(Traits::SUFFIX) || proper.len() == 1;
        let words = proper.iter().filter(is_kept).filter_map(Token::word);
        words.map(|word| glossary.plain(word)).collect()
    }

    pub(super) fn nature(&self) -> Nature {
        const ORIGIN: Traits = Traits::PLACE
            .union(Traits::DEMONYM)
            .union(Traits::MODIFIER)
            .union(Traits::CALENDAR);
        let proper = self.proper();
        let all = |test: fn(&Token) -> bool| proper.iter().all(test);
        if self.is_person() {
            Nature::Person
        } else if proper
            .iter()
            .any(|token| token.is(Traits::BODY) || is_small_word(token))
        {
            Nature::Body
        } else if all(|token| token.is(ORIGIN)) || self.is_landmark() {
            Nature::Place
        } else if self.is_acronym() {
            Nature::Body
        } else {
            Nature::Unknown
        }
    }

    /// Whether title or given name tell that this is a person.
    fn is_person(&self) -> bool {
        const HUMAN: Traits = Traits::TITLE.union(Traits::ROLE).union(Traits::PLURAL);
        const SURNAME: usize = 2;
        let is_human = |token: &Token| {
            token.is(HUMAN) && (token.is_capital() || !self.proper().iter().all(is_origin))
        };
        let is_titled = self.title().iter().any(is_human);
        let is_of_body = |(at, token): (usize, &Token)| {
            let is_last = at + 1 == self.proper().len();
            token.is(Traits::BODY) && (is_last || at >= SURNAME)
                || is_small_word(token)
                || token.is_mark('&')
        };
        let is_body = || self.proper().iter().enumerate().any(is_of_body);
        is_titled || self.given().is_some() && !is_body()
    }

    /// Whether it is made of initials, as those of bodies are: *NATO*, *ABC NEWS*; two long words are a name that is set in capitals.
    fn is_acronym(&self) -> bool {
        const INITIALS: usize = 3;
        let proper = self.proper();
        let is_short = |token: &Token| token.is_word() && token.range().len() <= INITIALS;
        !self.is_title_case
            && proper.iter().all(|token| token.has(Shape::CAPITALS))
            && (proper.len() == 1 || proper.iter().any(is_short))
    }

    /// Whether it is that of a street, a bridge or the like: *Mill Road*.
    fn is_landmark(&self) -> bool {
        let proper = self.name.proper.clone();
        proper.len() > 1 && LANDMARKS.contains(&self.tokens.word(proper.end - 1))
    }

    /// Whether the first of two words is nothing but a name, as far as is known, so that it can be somebody’s given name.
    pub(super) fn has_own_name(&self) -> bool {
        let proper = self.proper();
        let is_name = |token: &Token| token.is_word() && !token.is(Traits::all());
        let before = self.name.run.start.checked_sub(1);
        let has_article = before.is_some_and(|at| self.tokens.is(at, Traits::DETERMINER));
        proper.len() == 2
            && !has_article
            && proper.iter().all(is_name)
            && self.nature() == Nature::Unknown
            && !self.is_title_case
    }

    /// The given name before a surname.
    fn given(&self) -> Option<&Token> {
        let proper = self.proper();
        proper
            .first()
            .filter(|token| token.is(Traits::GIVEN) && proper.len() > 1)
    }

    /// Man or woman, as far as title and given name tell.
    pub(super) fn gender(&self) -> Option<Gender> {
        if self.nature() == Nature::Body {
            return None;
        }
        let of = |token: &Token| match (token.is(Traits::MALE), token.is(Traits::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        };
        let titles = self
            .title()
            .iter()
            .filter(|token| token.is(Traits::TITLE | Traits::ROLE));
        titles
            .rev()
            .find_map(of)
            .or_else(|| self.given().and_then(of))
    }

    /// The title as it stands, without article and form of address, and of several people that of one: *Sens.* Lee and Kim. The capitals of
    /// a headline make titles of anything.
    pub(super) fn role(&self) -> Option<String> {
        if self.is_title_case && !self.title().iter().all(is_of_office) {
            return None;
        }
        let is_article =
            |token: &&Token| token.is(Traits::DETERMINER) && !token.is(Traits::MODIFIER);
        let is_address = |token: &Token| token.is(Traits::ADDRESS);
        let title = self.title();
        let start = self.title_start();
        let is_skipped = |&(at, token): &(usize, &Token)| {
            let address = self.tokens.word(start + at);
            is_article(&token) || matches!(address, "Mr" | "Mrs" | "Ms" | "Miss" | "Mx")
        };
        let skipped = title.iter().enumerate().take_while(is_skipped).count();
        let is_role = title.iter().skip(skipped).any(|token| !is_address(token));
        is_role.then(|| {
            let words = self.title_start() + skipped..self.name.proper.start;
            let last = words.end - 1;
            let is_plural =
                self.tokens.is(last, Traits::PLURAL) || PLURALS.contains(&self.tokens.word(last));
            let title = self.tokens.with_stop(words);
            if is_plural { singular(&title) } else { title }
        })
    }
}

/// Last words of the names of places within a town or a country.
const LANDMARKS: &[&str] = &[
    "Road",
    "Street",
    "Avenue",
    "Lane",
    "Square",
    "Boulevard",
    "Bridge",
    "River",
    "Park",
    "Bay",
    "Lake",
    "Island",
    "Valley",
    "Mountain",
    "Mountains",
    "Beach",
    "Quay",
    "Harbour",
    "Harbor",
    "Pier",
    "County",
];

/// What somebody is to somebody else.
const RELATIVES: &[&str] = &[
    "son",
    "daughter",
    "brother",
    "sister",
    "husband",
    "wife",
    "father",
    "mother",
    "uncle",
    "aunt",
    "cousin",
    "nephew",
    "niece",
    "grandson",
    "granddaughter",
    "widow",
    "widower",
];

/// Titles of several people that are abbreviated.
const PLURALS: &[&str] = &["Sens", "Reps", "Govs", "Drs", "Profs"];

/// A title of several people as that of one.
fn singular(title: &str) -> String {
    let (stem, stop) = title
        .strip_suffix('.')
        .map_or((title, ""), |stem| (stem, "."));
    let one = match (
        stem.strip_suffix("ies"),
        stem.strip_suffix("men"),
        stem.strip_suffix("women"),
    ) {
        (Some(stem), ..) => format!("{stem}y"),
        (_, _, Some(stem)) => format!("{stem}woman"),
        (_, Some(stem), _) => format!("{stem}man"),
        _ => stem.strip_suffix('s').unwrap_or(stem).to_owned(),
    };
    one + stop
}

/// Whether a word is known to stand in titles.
fn is_of_office(token: &Token) -> bool {
    const OFFICE: Traits = Traits::TITLE
        .union(Traits::ROLE)
        .union(Traits::PLURAL)
        .union(Traits::DEMONYM)
        .union(Traits::PLACE)
        .union(Traits::MODIFIER)
        .union(Traits::BODY)
        .union(Traits::GROUP)
        .union(Traits::ADDRESS);
    token.is(OFFICE)
}

/// Whether a word only says where somebody comes from.
fn is_origin(token: &Token) -> bool {
    token.is(Traits::PLACE | Traits::DEMONYM)
}

/// *Of* and the like within the name of a body.
fn is_small_word(token: &Token) -> bool {
    token.is_word() && !token.is_capital() && !token.is(Traits::PARTICLE)
}
