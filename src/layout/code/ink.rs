//! Inks: which parts of code are coloured, after the language that its author has named.

use std::ops::Range;

use hl_lite::{Kind, Lang, highlight};

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::run::Marks;
use crate::layout::row::Role;
use crate::layout::slab::{self, Slab};

/// The inks of a slab of code, in order, each with the byte after its last, counted in what the slab shows.
#[derive(Default)]
pub(super) struct Inks(Vec<(usize, Ink)>);

/// What sets a part of code off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ink {
    /// What it is.
    pub(super) role: Role,
    /// Its colour.
    pub(super) marks: Marks,
}

impl Inks {
    /// The inks of a slab; none where the language is not named, or not known. Linear.
    pub(super) fn of(document: &Document, slab: Slab) -> Self {
        let Some(language) = language(document, slab.block) else {
            return Self::default();
        };
        let text: String = slab::clips(document, slab).map(|it| it.shown).collect();
        let mut end = 0;
        let inks = highlight(language, &text).into_iter().map(|span| {
            end += span.text.len();
            (end, Ink::of(span.kind))
        });
        Self(inks.collect())
    }

    /// Cuts a range of what the slab shows where the ink changes.
    pub(super) fn cut(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Option<Ink>)> {
        let first = self.0.partition_point(|(end, _)| *end <= range.start);
        let inks = self.0.get(first..).unwrap_or_default().iter();
        let inks = inks.map(|&(end, ink)| (end, Some(ink)));
        let mut start = range.start;
        let parts = inks.chain([(range.end, None)]).map(move |(end, ink)| {
            let part = start..end.min(range.end);
            start = part.end;
            (part, ink)
        });
        parts.take_while(|(part, _)| !part.is_empty())
    }
}

impl Ink {
    fn of(kind: Kind) -> Self {
        let (red, green, blue) = (Marks::RED, Marks::GREEN, Marks::BLUE);
        let marks = match kind {
            Kind::Keyword => red | blue,
            Kind::String => green,
            Kind::Number | Kind::Constant => red | green,
            Kind::Type | Kind::Property => green | blue,
            Kind::Function | Kind::Tag => blue,
            Kind::Attribute | Kind::Variable => red,
            Kind::Plain | Kind::Comment | Kind::Operator | Kind::Punctuation => Marks::empty(),
        };
        let role = match kind {
            Kind::Comment => Role::Marker, // as faint as they are
            _ => Role::Code,
        };
        Self { role, marks }
    }
}

/// The language that the author of a block of code names: `rust`, `{.rust}`, `rust,ignore`.
fn language(document: &Document, id: BlockId) -> Option<Lang> {
    let info = document.code_language(id)?;
    let mut names = info.split(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}' | '.'));
    Lang::from_slug(names.find(|name| !name.is_empty())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;
    use crate::layout::slab::Slabs;

    /// What a block of code shows, `|` where its ink changes.
    #[track_caller]
    fn check(text: &str, format: Format, expected: &str) {
        let document = Document::read(text.to_owned(), format);
        let slab = Slabs::of(&document, BlockId::default()).slab(0);
        let text: String = slab::clips(&document, slab).map(|it| it.shown).collect();
        let inks = Inks::of(&document, slab);
        let parts = inks.cut(0..text.len());
        let inked = parts.map(|(part, ink)| match ink {
            Some(ink) if ink.role == Role::Marker || !ink.marks.is_empty() => {
                format!("|{}|", crate::text::cut(&text, part))
            }
            _ => crate::text::cut(&text, part).to_owned(),
        });
        assert_eq!(inked.collect::<String>(), expected);
    }

    #[test]
    fn code_is_coloured_as_its_language_has_it() {
        check(
            "```rust\nlet x = 1; // one\n```",
            Format::Markdown,
            "|let| x = |1|; |// one|\n",
        );
        check(
            "~~~ {.py}\nreturn 'é'\n~~~",
            Format::Markdown,
            "|return| |'é'|\n",
        );
    }

    #[test]
    fn code_of_pages_is_coloured_too() {
        check(
            "<article><pre><code class=language-rust><span class=k>let</span> x = <b>1</b>;\n</code></pre></article>",
            Format::Html,
            "|let| x = |1|;",
        );
        check(
            "<article><div class=highlight-source-js><pre><div class=line>let x;</div><div class=line>x</div></pre></div></article>",
            Format::Html,
            "|let| x;\nx",
        );
        check(
            "<article><table class=highlight data-lang=py><tr><td class=gutter><pre>1\n2</pre><td><pre>return 1\nx</pre></table></article>",
            Format::Html,
            "|return| |1|\nx",
        );
    }

    #[test]
    fn code_of_books_is_coloured_too() {
        check(
            "<?chapter a.xhtml?>\n<html><body><pre class=\"lang-toml\"><i class=\"lineno\">1</i>a = 2</pre></body></html>",
            Format::Epub,
            "|a| = |2|",
        );
    }

    #[test]
    fn code_of_no_known_language_has_no_colours() {
        check("```\nlet x = 1;\n```", Format::Markdown, "let x = 1;\n");
        check(
            "```oldspeak\nlet x = 1;\n```",
            Format::Markdown,
            "let x = 1;\n",
        );
        check("    let x = 1;", Format::Markdown, "let x = 1;");
    }

    #[test]
    fn a_range_is_cut_where_the_ink_changes() {
        let inks = Inks(vec![(3, Ink::of(Kind::Keyword)), (8, Ink::of(Kind::Plain))]);
        let cut = |range| inks.cut(range).map(|(part, _)| part).collect::<Vec<_>>();
        assert_eq!(cut(1..5), [1..3, 3..5]);
        assert_eq!(cut(2..8), [2..3, 3..8]);
        assert_eq!(cut(6..12), [6..8, 8..12]);
        assert_eq!(Inks::default().cut(2..4).count(), 1);
    }
}
