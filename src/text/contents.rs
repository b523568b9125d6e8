//! What a table of contents is called.

/// Names of a table of contents in the languages of Europe and East Asia, in small letters.
const NAMES: &[&str] = &[
    "contents",
    "table of contents",
    "toc",
    "in this article",
    "on this page",
    "inhalt",
    "inhaltsverzeichnis",
    "sommaire",
    "table des matières",
    "índice",
    "contenido",
    "sumário",
    "indice",
    "sommario",
    "inhoud",
    "inhoudsopgave",
    "spis treści",
    "зміст",
    "содержание",
    "оглавление",
    "περιεχόμενα",
    "目录",
    "目錄",
    "目次",
    "차례",
];

/// Whether a line says that a table of contents follows, and nothing else.
pub fn is_contents(line: &str) -> bool {
    let line = line.trim().trim_end_matches([':', '.']);
    line.len() <= 40 && NAMES.contains(&line.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_contents_has_a_name() {
        for line in ["Contents", "TABLE OF CONTENTS", "Inhalt:", "目次"] {
            assert!(is_contents(line), "{line}");
        }
        for line in ["The contents of the box", "", "Index of ships"] {
            assert!(!is_contents(line), "{line}");
        }
    }
}
