//! Small words: what no heading and no line of an address ends with, so that a line that does goes on below. Of English, German, French and
//! Spanish.

/// Articles, prepositions and conjunctions, in order.
const SMALL: &[&str] = &[
    "a", "al", "als", "am", "an", "and", "as", "at", "au", "auf", "aus", "aux", "avec", "because",
    "bei", "between", "but", "by", "con", "dans", "das", "dass", "de", "del", "dem", "den", "der",
    "des", "die", "du", "durch", "ein", "eine", "einem", "einen", "einer", "el", "en", "et", "for",
    "from", "für", "gegen", "if", "im", "in", "into", "la", "las", "le", "les", "los", "mit",
    "nach", "near", "nor", "oder", "of", "on", "or", "ou", "par", "para", "por", "pour", "que",
    "qui", "sans", "since", "sur", "than", "that", "the", "their", "to", "towards", "um", "un",
    "una", "und", "une", "until", "upon", "vom", "von", "vor", "when", "where", "whether", "which",
    "while", "who", "with", "y", "zu", "zum", "zur", "über",
];

/// Whether a line ends with a small word.
pub(super) fn ends_small(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next();
    last.is_some_and(|word| SMALL.binary_search(&word).is_ok())
}

#[cfg(test)]
mod tests {
    use super::SMALL;

    #[test]
    fn small_words_are_in_order() {
        assert!(SMALL.is_sorted());
    }
}
