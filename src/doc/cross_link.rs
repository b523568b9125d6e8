//! Cross-links: lines that lead to another article (“Also Read: …”), told by the label that they begin with.
//!
//! Said of a line of text; what else a page says by its markup, its reader knows.

/// Labels of cross-links, in small letters; a colon, a bar or a dash follows. The wordings of English, French, German, Spanish,
/// Portuguese, Italian, Polish, Ukrainian and Russian news sites, written from general knowledge.
const LABELS: &[&str] = &[
    "also on this site",
    "also read",
    "also see",
    "don't miss",
    "explained",
    "explainer",
    "from the archive",
    "further reading",
    "in case you missed it",
    "more from us",
    "more on this",
    "more on this story",
    "must read",
    "read",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related",
    "related article",
    "related articles",
    "related coverage",
    "related post",
    "related reading",
    "related stories",
    "related story",
    "see also",
    "see more",
    "watch",
    "watch also",
    "you may also like",
    "à lire aussi",
    "lire aussi",
    "lesen sie auch",
    "mehr zum thema",
    "lea también",
    "lee también",
    "leia também",
    "leia mais",
    "leggi anche",
    "czytaj też",
    "czytaj także",
    "zobacz też",
    "читайте також",
    "читайте также",
];

/// Labels that an ordinary question may begin with too.
const ALSO_VERBS: &[&str] = &["explained", "explainer", "read", "watch"];

/// Longest label with the mark behind it, in bytes.
const LONGEST: usize = 48;

/// Whether a line leads to another article, and is no sentence.
pub(super) fn is_cross_link(line: &str) -> bool {
    let Some((label, rest)) = split(line.trim()) else {
        return false;
    };
    let is_sentence = line.trim_end().ends_with('.')
        || line.trim_end().ends_with('?') && ALSO_VERBS.contains(&label.as_str());
    rest.contains(char::is_alphabetic) && !is_sentence
}

/// Whether a line begins with the label of a cross-link.
pub(super) fn has_label(line: &str) -> bool {
    split(line).is_some()
}

/// The label of a line in small letters, and what follows it.
fn split(line: &str) -> Option<(String, &str)> {
    let head = crate::text::head(line, LONGEST);
    let at = head.find([':', '|', '–', '—', '»', '>'])?;
    let (label, rest) = line.split_at(at);
    let label = label.trim().to_lowercase().replace('’', "'");
    LABELS.contains(&label.as_str()).then_some((label, rest))
}
