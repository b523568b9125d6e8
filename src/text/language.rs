//! Languages: which one a text is written in, and where its words may be divided at the end of a line.
//!
//! The language comes from what the article says of itself, or else from its letters and trigrams (`whatlang`); the divisions from Liang’s
//! patterns (“Word Hy-phen-a-tion by Com-put-er”, 1983), as TeX has them for each language (`hypher`).

use hypher::Lang as Patterns;
use whatlang::Lang as Detected;

/// A language whose words can be divided, by its number in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(u8);

/// The languages: code after ISO 639-1, as it is detected, how its words are divided.
const LANGUAGES: &[(&str, Detected, Patterns)] = &[
    ("en", Detected::Eng, Patterns::English),
    ("de", Detected::Deu, Patterns::German),
    ("fr", Detected::Fra, Patterns::French),
    ("es", Detected::Spa, Patterns::Spanish),
    ("it", Detected::Ita, Patterns::Italian),
    ("pt", Detected::Por, Patterns::Portuguese),
    ("nl", Detected::Nld, Patterns::Dutch),
    ("pl", Detected::Pol, Patterns::Polish),
    ("sv", Detected::Swe, Patterns::Swedish),
    ("da", Detected::Dan, Patterns::Danish),
    ("fi", Detected::Fin, Patterns::Finnish),
    ("cs", Detected::Ces, Patterns::Czech),
    ("tr", Detected::Tur, Patterns::Turkish),
    ("el", Detected::Ell, Patterns::Greek),
    ("uk", Detected::Ukr, Patterns::Ukrainian),
    ("ru", Detected::Rus, Patterns::Russian),
];

/// Letters that stay before a division and after it, at the least.
const FEWEST: usize = 3;

/// The shortest word that is divided, in letters.
const SHORTEST: usize = 6;

/// The longest, in bytes; anything longer is no word.
const LONGEST: usize = 64;

impl Language {
    /// English.
    pub const ENGLISH: Self = Self(0);

    /// The language that a text is written in, when there is no doubt. The cost grows with the text: a page of it is enough.
    pub fn of_text(text: &str) -> Option<Self> {
        let found = whatlang::detect(text).filter(whatlang::Info::is_reliable)?;
        Self::find(|&(_, detected, _)| detected == found.lang())
    }

    fn find(is_it: impl Fn(&(&str, Detected, Patterns)) -> bool) -> Option<Self> {
        let number = LANGUAGES.iter().position(is_it)?;
        u8::try_from(number).ok().map(Self)
    }

    fn row(self) -> (&'static str, Detected, Patterns) {
        LANGUAGES[usize::from(self.0)]
    }

    /// Where a word may be divided, in bytes of it. A name is not divided, nor a word in capitals; a German noun is.
    pub fn divisions(self, word: &str) -> impl Iterator<Item = usize> + '_ {
        let (code, _, patterns) = self.row();
        let first_small = usize::from(code == "de");
        let is_divisible = (SHORTEST..=LONGEST).contains(&word.len())
            && word.chars().all(char::is_alphabetic)
            && !word.chars().skip(first_small).any(char::is_uppercase);
        let word = if is_divisible { word } else { "" };
        let mut at = 0;
        let ends = hypher::hyphenate_bounded(word, patterns, FEWEST, FEWEST).map(move |syllable| {
            at += syllable.len();
            at
        });
        ends.filter(|&end| end < word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, word: &str, expected: &str) {
        let language = Language::find(|it| it.0 == code).unwrap();
        let mut shown = String::new();
        let mut at = 0;
        for end in language.divisions(word) {
            shown.extend([crate::text::cut(word, at..end), "-"]);
            at = end;
        }
        shown.push_str(crate::text::tail(word, at));
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_are_divided_as_their_language_does() {
        check("en", "extraordinary", "extra-or-di-nary");
        check("de", "Sicherheit", "Sicher-heit");
        check("fr", "gouvernement", "gou-ver-ne-ment");
        check("ru", "безопасность", "без-опас-ность");
    }

    #[test]
    fn names_and_short_words_stay_whole() {
        for word in ["Washington", "NATO", "into", "", "3000000", "wwwexample7"] {
            check("en", word, word);
        }
    }

    #[test]
    fn a_text_tells_its_language_or_leaves_it_open() {
        let code = |text| Language::of_text(text).map(|it| it.row().0);
        assert_eq!(
            code(
                "The ministers will meet again in the spring, and nobody knows yet what they will bring with them when they come, \
                 or whether the things that were promised to the people of the valley will be among them."
            ),
            Some("en")
        );
        assert_eq!(
            code(
                "Die Minister treffen sich im Frühjahr wieder, und niemand weiß, was sie mitbringen und ob darunter sein wird, was \
                 den Leuten im Tal versprochen worden ist."
            ),
            Some("de")
        );
        assert_eq!(Language::ENGLISH.row().0, "en");
        assert_eq!(code("安全保障は重要です。"), None);
        assert_eq!(code(""), None);
    }
}
