//! Quotations that run over paragraphs: each of these opens with the mark once more, and only the last one closes.

/// Marks that open a quotation, typed ones as well.
const OPENING: [&str; 13] = [
    "''", "``", "‘‘", "“", "”", "„", "‟", "\"", "«", "»", "「", "‘", "'",
];

/// Whether what follows a text stands between quotation marks that open right before it.
///
/// ```
/// use sidenote::text::quotation::opens;
///
/// assert!(opens("She said: “") && opens("« "));
/// assert!(!opens("“Go.” ") && !opens("the mayors'"));
/// ```
pub fn opens(before: &str) -> bool {
    let rest = OPENING.iter().find_map(|mark| before.strip_suffix(mark));
    let spaced = || before.trim_end().strip_suffix('«'); // as French has it
    let last = rest.or_else(spaced).map(|rest| rest.chars().next_back());
    last.is_some_and(|last| last.is_none_or(is_free))
}

/// Whether an opening mark can stand behind a character: words and stops have closing ones behind them.
fn is_free(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?' | '…' | ';')
}

/// Whether a quotation that was open before a paragraph is still open behind it.
pub fn stays_open(paragraph: &str) -> bool {
    let count = |marks: &[char]| paragraph.chars().filter(|c| marks.contains(c)).count();
    let [opened, closed] = [count(&['“', '„', '«', '「']), count(&['”', '»', '」'])];
    closed <= opened && count(&['"']).is_multiple_of(2)
}

/// A further paragraph of a quotation, without the mark that it opens with.
pub fn continued(paragraph: &str) -> &str {
    let paragraph = paragraph.trim_start();
    let rest = OPENING.iter().find_map(|mark| paragraph.strip_prefix(mark));
    rest.unwrap_or(paragraph).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_open_behind_space_and_not_behind_words() {
        for before in [
            "“",
            "He said, \"",
            "(«",
            "Er sagte: „",
            "she said: ``",
            "—‘",
        ] {
            assert!(opens(before), "{before}");
        }
        for before in ["", "said ", "“Go.”", "“Go.” ", "\"Go.\" ", "12'", "“Go”: "] {
            assert!(!opens(before), "{before}");
        }
    }

    #[test]
    fn a_quotation_stays_open_until_it_closes() {
        assert!(stays_open("We go.") && stays_open("The “old lady” waits, it’s ‘late.’"));
        assert!(!stays_open("We go,” she said.") && !stays_open("We go,\" she said."));
    }

    #[test]
    fn a_further_paragraph_loses_one_mark() {
        for (paragraph, words) in [
            ("“Three.", "Three."),
            ("« Trois.", "Trois."),
            ("''Three.", "Three."),
            ("“‘Four,’ she said.", "‘Four,’ she said."),
            ("Five.", "Five."),
        ] {
            assert_eq!(continued(paragraph), words);
        }
    }
}
