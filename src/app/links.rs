//! Links and the marks of footnotes that are on screen, each with a letter that leads there.

pub mod address;
pub mod panel;

use std::collections::HashSet;

use super::App;
use super::article::Article;
use super::view::Mark;
use crate::citation::excerpt::Excerpt;
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind, FrameKind};
use crate::doc::run::{LinkId, Marks, Shown};
use crate::layout::row::{Piece, PieceText};
use crate::text::num;
use crate::text::span::Span;
use address::Address;

/// The links on screen, and what is looked at of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// All of them, in reading order.
    pub targets: Vec<Target>,
    /// The one under the cursor.
    pub cursor: usize,
    /// The first of two letters, when it has been typed.
    pub typed: String,
    /// What is shown.
    pub sheet: Sheet,
}

/// What is shown of the links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// All of them.
    #[default]
    List,
    /// The one under the cursor: the text of a note, or an address before it is opened; from this row on.
    One(usize),
}

/// A link or the mark of a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where it is in the text.
    pub span: Span,
    /// What the text calls it.
    pub text: String,
    /// Where it leads.
    pub leads: Leads,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// Out of the article.
    Out(Address),
    /// To a place in it.
    Here(Mark),
    /// To a footnote, which reads so.
    Note {
        /// Its words.
        words: String,
        /// Where it stands.
        mark: Mark,
    },
    /// Nowhere.
    Nowhere {
        /// The address, as it is written.
        written: String,
        /// Why it is not followed.
        why: String,
    },
}

impl Links {
    /// The links on screen. None when there are none.
    pub fn on_screen(app: &App) -> Option<Self> {
        let mut seen = HashSet::new();
        let pieces = app.page.rows.iter();
        let pieces = pieces.flat_map(|(block, row)| row.pieces.iter().map(|it| (*block, it)));
        let document = &app.article.document;
        let found = pieces.flat_map(|(block, it)| At::all(document, it).map(move |at| (block, at)));
        let new = found.filter(|&(_, at)| seen.insert(at));
        let targets: Vec<_> = new
            .filter_map(|(block, at)| at.look(&app.article, block))
            .collect();
        (!targets.is_empty()).then(|| Self {
            targets,
            ..Self::default()
        })
    }

    /// The link or mark of a piece with the byte `at` in it, looked at.
    pub fn under(app: &App, block: BlockId, piece: &Piece, at: u32) -> Option<Self> {
        let is_under = |it: &At| match it {
            At::Link(_) => true,
            At::Note(span) => span.contains(at),
        };
        let target = At::all(&app.article.document, piece).find(is_under)?;
        let target = target.look(&app.article, block)?;
        Some(Self {
            targets: vec![target],
            sheet: Sheet::One(0),
            ..Self::default()
        })
    }

    /// Whether there is one on screen.
    pub fn are_on_screen(app: &App) -> bool {
        let mut pieces = app.page.rows.iter().flat_map(|(_, row)| &row.pieces);
        pieces.any(|piece| piece.link.is_some() || piece.marks.contains(Marks::NOTE))
    }

    /// The letters of a target: one, or two where there are more targets than letters.
    pub fn letters(&self, index: usize) -> String {
        const LETTERS: usize = 26;
        let letter = |at: usize| char::from(b'a' + u8::try_from(at % LETTERS).unwrap_or(0));
        if self.targets.len() <= LETTERS {
            return letter(index).to_string();
        }
        [letter(index / LETTERS), letter(index)].iter().collect()
    }

    /// The target with these letters.
    pub fn named(&self, letters: &str) -> Option<usize> {
        (0..self.targets.len()).find(|&at| self.letters(at) == letters)
    }

    /// The target under the cursor.
    pub fn chosen(&self) -> Option<&Target> {
        self.targets.get(self.cursor)
    }
}

/// What a piece belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum At {
    Link(LinkId),
    Note(Span),
}

impl At {
    /// The link of a piece, or its marks of footnotes: where they stand in the text itself, several in a row make one piece.
    fn all(document: &Document, piece: &Piece) -> impl Iterator<Item = Self> + use<> {
        let span = piece.span;
        let notes = if !piece.marks.contains(Marks::NOTE) {
            Vec::new()
        } else if piece.text == PieceText::Source {
            let text = document.slice(span);
            let ends = text.match_indices(']').map(|(at, _)| num::offset(at + 1));
            let mut start = 0;
            let mark = |end| Span::new(std::mem::replace(&mut start, end), end).shift(span.start);
            ends.map(mark).collect()
        } else {
            vec![span]
        };
        let link = piece.link.filter(|_| notes.is_empty()).map(Self::Link);
        link.into_iter().chain(notes.into_iter().map(Self::Note))
    }

    fn look(self, article: &Article, block: BlockId) -> Option<Target> {
        match self {
            Self::Link(id) => {
                let link = article.document.link(id)?;
                let text = article.document.visible(link.span);
                Some(Target {
                    span: link.span,
                    leads: leads(article, &link.url, &text),
                    text,
                })
            }
            Self::Note(span) => {
                let runs = article.document.runs(block);
                let run = runs.iter().find(|run| run.span.covers(span))?;
                let text = match run.shown {
                    Shown::Source => article.document.slice(span),
                    _ => article.document.shown(run),
                };
                let text = text.to_owned();
                let label = text.trim_matches(['[', ']']);
                Some(Target {
                    span,
                    leads: note(article, block, label),
                    text,
                })
            }
        }
    }
}

/// Where the address of a link leads.
fn leads(article: &Article, written: &str, text: &str) -> Leads {
    let own = article.address();
    if let Some(fragment) = fragment(written, own) {
        return match place(article, &fragment) {
            Some(mark) => Leads::Here(mark),
            None => Leads::Nowhere {
                written: written.to_owned(),
                why: "it leads to a place in this article that is not known".to_owned(),
            },
        };
    }
    match Address::of(written, own, text) {
        Ok(address) => Leads::Out(address),
        Err(why) => Leads::Nowhere {
            written: written.to_owned(),
            why,
        },
    }
}

/// The place within the article that an address names, decoded.
fn fragment(written: &str, own: Option<&str>) -> Option<String> {
    let (page, fragment) = written.split_once('#')?;
    let own = own.and_then(|it| it.split('#').next());
    let is_here = page.is_empty() || own == Some(page);
    is_here.then(|| decoded(fragment))
}

/// Text with its percent signs resolved.
fn decoded(text: &str) -> String {
    let mut decoded = Vec::new();
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let code = crate::text::cut(text, at + 1..at + 3);
        let is_code = byte == b'%' && code.chars().all(|c| c.is_ascii_hexdigit());
        let resolved = u8::from_str_radix(code, 16).ok().filter(|_| is_code);
        decoded.push(resolved.unwrap_or(byte));
        at += if resolved.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// The place that a fragment names: one that a page names so, or a heading by its words in small letters with hyphens between, as most
/// programs make them.
fn place(article: &Article, fragment: &str) -> Option<Mark> {
    let document = &article.document;
    if let Some(block) = document.anchor(fragment) {
        let span = document.block(block)?.span;
        return Some(Mark { span, block });
    }
    let wanted = slug(fragment);
    let is_heading = |id: &BlockId| {
        let kind = document.block(*id).map(|it| it.kind);
        matches!(kind, Some(BlockKind::Title | BlockKind::Heading(_)))
            || article.outline.is_heading(*id)
    };
    let mut headings = document.ids().filter(is_heading);
    let is_named = |id: &BlockId| slug(document.prose(*id).as_str()) == wanted;
    let block = headings.find(|id| !wanted.is_empty() && is_named(id))?;
    let span = document.block(block)?.span;
    Some(Mark { span, block })
}

/// `who-pays` of `Who pays?`
fn slug(text: &str) -> String {
    let kept = text.trim().chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some('-'),
        '-' | '_' => Some(c),
        c => c.is_alphanumeric().then_some(c),
    });
    kept.flat_map(char::to_lowercase).collect()
}

/// The footnote with a label: the first that stands behind its mark, or else the first before.
fn note(article: &Article, mark: BlockId, label: &str) -> Leads {
    let document = &article.document;
    let is_of_note = |id: &BlockId| {
        let mut frames = document.frames(*id);
        frames.any(|it| matches!(it.kind, FrameKind::Note(text) if document.text(text) == label))
    };
    let behind = (mark.index()..document.len()).map(BlockId::new);
    let before = (0..mark.index()).map(BlockId::new);
    let Some(first) = behind.chain(before).find(is_of_note) else {
        return Leads::Nowhere {
            written: label.to_owned(),
            why: "the article has no footnote of that name".to_owned(),
        };
    };
    let blocks = (first.index()..document.len()).map(BlockId::new);
    let spans = blocks
        .take_while(is_of_note)
        .filter_map(|id| document.block(id));
    let span = spans
        .map(|it| it.span)
        .reduce(Span::join)
        .unwrap_or_default();
    let words = Excerpt::of(document, span).text();
    let mark = Mark { span, block: first };
    Leads::Note { words, mark }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_name_headings() {
        assert_eq!(slug("Who pays, *then*?"), "who-pays-then");
        assert_eq!(slug("Über_uns – 2"), "über_uns--2");
        assert_eq!(fragment("#a%20b", None).as_deref(), Some("a b"));
        assert_eq!(fragment("#100%", None).as_deref(), Some("100%"));
        let own = Some("https://a.example/b#c");
        assert_eq!(fragment("https://a.example/b#d", own).as_deref(), Some("d"));
        assert_eq!(fragment("https://a.example/#d", own), None);
    }

    #[test]
    fn where_letters_do_not_suffice_there_are_two() {
        let target = Target {
            span: Span::default(),
            text: String::new(),
            leads: Leads::Here(Mark {
                span: Span::default(),
                block: BlockId::default(),
            }),
        };
        let links = |count| Links {
            targets: vec![target.clone(); count],
            ..Links::default()
        };
        assert_eq!(links(26).letters(25), "z");
        assert_eq!(
            (links(27).letters(0), links(27).letters(26)),
            ("aa".to_owned(), "ba".to_owned())
        );
        assert_eq!(links(27).named("ba"), Some(26));
    }
}
