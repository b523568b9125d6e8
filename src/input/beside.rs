//! Files beside that of an article, as it names them. Nothing is looked up: this is about names alone.

use std::path::{Component, Path, PathBuf};

use crate::text::percent::decoded;

/// The file that an article names so. What an address has behind `?` or `#` belongs to no name.
pub fn beside(article: &Path, written: &str) -> PathBuf {
    let name = written.split(['?', '#']).next().unwrap_or_default();
    let folder = article.parent().unwrap_or(Path::new(""));
    clean(&folder.join(decoded(name)))
}

/// A path without steps that lead back.
pub fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for step in path.components() {
        let last = clean.components().next_back();
        match (step, last) {
            (Component::CurDir, _) | (Component::ParentDir, Some(Component::RootDir)) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => _ = clean.pop(),
            _ => clean.push(step),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_back_once() {
        let cleaned = |path: &str| clean(Path::new(path)).display().to_string();
        assert_eq!(cleaned("a/./b/../c.md"), "a/c.md");
        assert_eq!(cleaned("../../a"), "../../a");
        assert_eq!(cleaned("a/../.."), "..");
        assert_eq!(cleaned("/../a"), "/a");
    }

    #[test]
    fn names_are_those_of_addresses() {
        let named = |written| beside(Path::new("x/a.md"), written);
        assert_eq!(named("b%20c.md?d#e"), Path::new("x/b c.md"));
        assert_eq!(named("/b.md"), Path::new("/b.md"));
    }
}
