//! The places of an article that addresses can name.
//!
//! A page, a book or a tag says what a place is called. Headings are called by their words, as GitHub and most programs for Markdown make
//! names of them: in small letters, with hyphens for spaces and without signs; the second of the same name is `name-1`. Where nothing is called
//! so, the first heading is taken whose words are the same but for accents, signs and hyphens.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::app::article::Article;
use crate::app::view::Mark;
use crate::doc::block::{BlockId, BlockKind};

/// The places of an article by their names.
#[derive(Debug, Default)]
pub struct Places {
    named: HashMap<String, BlockId>,
    /// Headings by their plainest name.
    plain: HashMap<String, BlockId>,
}

impl Places {
    /// Those that an article has by now. Linear.
    pub fn of(article: &Article) -> Self {
        let mut places = Self::default();
        let document = &article.document;
        for (name, block) in document.anchors() {
            places.named.entry(name.to_owned()).or_insert(block);
        }
        let is_heading = |id: &BlockId| {
            let kind = document.block(*id).map(|it| it.kind);
            matches!(kind, Some(BlockKind::Title | BlockKind::Heading(_)))
        };
        let (headings, others): (Vec<_>, Vec<_>) = document
            .ids()
            .filter(|id| is_heading(id) || article.outline.is_heading(*id))
            .partition(is_heading);
        let mut taken = HashMap::new();
        for block in headings.into_iter().chain(others) {
            places.add(document.prose(block).as_str(), block, &mut taken);
        }
        places
    }

    /// Adds a heading. `taken` are the names of those before it, each with how often it was counted on.
    fn add(&mut self, words: &str, block: BlockId, taken: &mut HashMap<String, usize>) {
        let name = slug(words);
        if name.is_empty() {
            return;
        }
        let mut numbered = name.clone();
        while taken.contains_key(&numbered) {
            let count = taken.entry(name.clone()).or_insert(0);
            *count += 1;
            numbered = format!("{name}-{count}");
        }
        taken.insert(numbered.clone(), 0);
        self.plain.entry(plain(&name)).or_insert(block);
        self.named.entry(numbered).or_insert(block);
    }

    /// The block that is called so in an address.
    pub fn find(&self, name: &str) -> Option<BlockId> {
        let named = self.named.get(name);
        let named = named.or_else(|| self.named.get(&format!("user-content-{name}"))); // as GitHub has it in its pages
        let named = named.or_else(|| self.named.get(&slug(name)));
        let plain = || self.plain.get(&plain(name)).filter(|_| !name.is_empty());
        named.or_else(plain).copied()
    }

    /// The place that is called so.
    pub fn mark(&self, article: &Article, name: &str) -> Option<Mark> {
        let block = self.find(name)?;
        let span = article.document.block(block)?.span;
        Some(Mark { span, block })
    }
}

/// `who-pays` of `Who pays?`
fn slug(text: &str) -> String {
    let kept = text.trim().chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some('-'),
        '-' | '_' => Some(c),
        c => (c.is_alphanumeric() || is_combining_mark(c)).then_some(c),
    });
    kept.flat_map(char::to_lowercase).collect()
}

/// Letters and numbers alone, without accents, with a hyphen between words.
fn plain(name: &str) -> String {
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c));
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    let words = letters.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::section::Outline;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// The words of the block that a name leads to.
    #[track_caller]
    fn check(markdown: &str, expected: &[(&str, &str)]) {
        let document = Document::read(markdown.to_owned(), Format::Markdown);
        let mut article = Article::expected(String::new());
        let outline = Outline::of(&document);
        article.grow(document.into(), outline.into());
        let places = Places::of(&article);
        for (name, words) in expected {
            let found = places.find(name).map(|id| article.document.prose(id));
            let found = found.as_ref().map_or("", |prose| prose.as_str());
            assert_eq!(found, *words, "{name}");
        }
    }

    #[test]
    fn headings_are_called_by_their_words() {
        check(
            "# Who pays, *then*?\n\n## Über uns – 2\n\n## C++ & `b_c`",
            &[
                ("who-pays-then", "Who pays, then?"),
                ("Who-Pays-Then", "Who pays, then?"),
                ("über-uns--2", "Über uns – 2"),
                ("uber-uns-2", "Über uns – 2"),
                ("u\u{308}ber-uns-2", "Über uns – 2"),
                ("c--b_c", "C++ & b_c"),
                ("c-b-c", "C++ & b_c"),
                ("", ""),
                ("who", ""),
            ],
        );
    }

    #[test]
    fn those_of_the_same_name_are_counted() {
        check(
            "# T\n\n## A\n\none\n\n## A\n\ntwo\n\n## A 1\n\n## A: b\n\n### A!\n\nend",
            &[("a-2", "A!"), ("a-1-1", "A 1"), ("a-b", "A: b")],
        );
        check("## A\n\n## *A*", &[("a", "A"), ("a-1", "A")]);
    }

    #[test]
    fn authors_name_places() {
        check(
            "one <a id=\"x\"></a>two\n\n<a name='y'></a>\n\n## Head {#z}\n\n<div id=w>\n\nin it\n\n</div>\n\nlast\n\n<a id=end></a>",
            &[
                ("x", "one two"),
                ("y", "Head"),
                ("z", "Head"),
                ("w", "in it"),
                ("end", "last"),
                ("head", "Head"),
            ],
        );
    }
}
