//! Links and the marks of footnotes that are on screen, each with a letter that leads there.

pub mod address;
mod at;
mod guide;
mod lines;
pub mod panel;
pub mod places;

use std::collections::HashSet;
use std::path::PathBuf;

use super::App;
use super::here::Here;
use super::prompt::Prompt;
use super::view::Mark;
use super::words::Words;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::run::Marks;
use crate::input::Origin;
use crate::input::beside::clean;
use crate::layout::row::Piece;
use crate::text::span::Span;
use address::Address;
use at::At;
use guide::Guide;

/// Links and marks, and what is looked at of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Those that fit the filter, in reading order.
    pub targets: Vec<Target>,
    /// The others.
    filtered: Vec<Target>,
    /// What they must fit.
    pub filter: Option<Words>,
    /// What is typed for that, while it is.
    pub prompt: Option<Prompt>,
    /// The one under the cursor.
    pub cursor: usize,
    /// The first that the list shows, as long as the cursor is in sight then.
    pub top: usize,
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

/// The letters of targets, and how many of them are small.
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SMALL: usize = 26;

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
    /// To a footnote.
    Note(Mark),
    /// To a file beside that of the article.
    Beside(Neighbour),
    /// Nowhere.
    Nowhere {
        /// The address, as it is written.
        written: String,
        /// Why it is not followed.
        why: String,
    },
}

/// A file that is named as seen from the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The file, without steps that lead back.
    pub path: PathBuf,
    /// The place in it.
    pub place: Option<String>,
}

impl Neighbour {
    /// Whether an article comes from this file.
    pub fn is(&self, origin: &Origin) -> bool {
        origin.path().is_some_and(|path| clean(path) == self.path)
    }
}

impl Links {
    /// The links on screen. None when there are none.
    pub fn on_screen(app: &App) -> Option<Self> {
        Self::known(app, pieces(app))
    }

    /// The links of the whole article, with the cursor on the first from the top of the screen on. None when there are none.
    pub fn all(app: &App) -> Option<Self> {
        let document = &app.article.document;
        let all = document.ids().flat_map(|block| {
            let runs = document.runs(block).iter();
            let found = runs.flat_map(|run| At::of_run(document, run));
            found.map(move |at| (block, at))
        });
        let mut links = Self::known(app, all)?;
        let top = app.view.top.at;
        let cursor = links.targets.iter().position(|it| it.span.start >= top);
        links.cursor = cursor.unwrap_or(links.targets.len() - 1);
        links.top = links.cursor;
        Some(links)
    }

    /// The one link in these words, which are on screen; else the number of the footnote that they are. None where there are several.
    pub fn within(app: &App, span: Span) -> Option<Self> {
        let document = &app.article.document;
        let is_marked = |(_, at): &(BlockId, At)| {
            let of_note = matches!(at, At::Number(_));
            !of_note && at.span(document).is_some_and(|it| it.overlaps(span))
        };
        let links = Self::known(app, pieces(app).filter(is_marked));
        let links = links.or_else(|| {
            let is_number = |(_, at): &(BlockId, At)| {
                matches!(at, At::Number(block) if document.block_at(span.start) == *block)
            };
            Self::known(app, pieces(app).filter(is_number))
        });
        links.filter(|it| it.targets.len() == 1)
    }

    /// What is known of these.
    fn known(app: &App, found: impl Iterator<Item = (BlockId, At)>) -> Option<Self> {
        let guide = Guide::new(app);
        let mut seen = HashSet::new();
        let new = found.filter(|&(_, at)| seen.insert(at));
        let targets = new.filter_map(|(block, at)| guide.target(at, block));
        let targets: Vec<_> = targets.collect();
        (!targets.is_empty()).then(|| Self {
            targets,
            ..Self::default()
        })
    }

    /// The link or mark of a piece with the byte `at` in it, looked at.
    pub fn under(app: &App, block: BlockId, piece: &Piece, at: u32) -> Option<Self> {
        let is_under = |it: &At| match it {
            At::Link(_) | At::Number(_) => true,
            At::Note(span) => span.contains(at),
        };
        let found = At::of_piece(&app.article.document, block, piece).find(is_under)?;
        let links = Self::known(app, [(block, found)].into_iter())?;
        Some(Self {
            sheet: Sheet::One(0),
            ..links
        })
    }

    /// The link or mark so many behind here; and what is known of it.
    pub fn behind(app: &App, here: Here, times: usize) -> Option<(Mark, Target)> {
        let document = &app.article.document;
        let marked = here.mark().map(|mark| mark.span);
        let start = here.place().at;
        let blocks = document.block_at(start).index()..document.len();
        let found = blocks.map(BlockId::new).flat_map(|id| in_block(app, id));
        let found = found.filter(|(span, ..)| span.start >= start && Some(*span) != marked);
        told(app, found, times)
    }

    /// The link or mark so many before here.
    pub fn before(app: &App, here: Here, times: usize) -> Option<(Mark, Target)> {
        let start = here.place().at;
        let blocks = (0..=app.article.document.block_at(start).index()).rev();
        let found = blocks.map(BlockId::new);
        let found = found.flat_map(|id| in_block(app, id).into_iter().rev());
        told(app, found.filter(|(span, ..)| span.start < start), times)
    }

    /// Whether there is one on screen.
    pub fn are_on_screen(app: &App) -> bool {
        let mut pieces = app.page.rows.iter().flat_map(|(_, row)| &row.pieces);
        pieces.any(|piece| piece.link.is_some() || piece.marks.contains(Marks::NOTE))
    }

    /// The letters of a target: one, or as many as it takes where there are more targets than letters. Small ones alone where it takes several.
    pub fn letters(&self, index: usize) -> String {
        let fits = self.targets.len() <= LETTERS.len();
        let letters = LETTERS.get(..if fits { LETTERS.len() } else { SMALL });
        let letters = letters.unwrap_or_default();
        let (base, last) = (letters.len().max(2), self.targets.len().saturating_sub(1));
        let length = last.checked_ilog(base).unwrap_or(0);
        let places = (0..=length)
            .rev()
            .map(|place| index / base.pow(place) % base);
        let letter = |at| letters.get(at).copied().map(char::from);
        places.filter_map(letter).collect()
    }

    /// Leaves those that have the words that are typed in what they say or where they lead, or all of them. The cursor stays with its target.
    pub(super) fn sift(&mut self, app: &App, typed: &str) {
        let chosen = self.chosen().map(|it| it.span);
        self.filter = Words::new(typed);
        let mut all = std::mem::take(&mut self.targets);
        all.append(&mut self.filtered);
        all.sort_by_key(|target| target.span);
        let words = self.filter.as_ref();
        let fits = |target: &Target| words.is_none_or(|it| it.are_in(&target.told(app)));
        (self.targets, self.filtered) = all.into_iter().partition(fits);
        let cursor = self.targets.iter().position(|it| Some(it.span) == chosen);
        self.go_to(cursor.unwrap_or(0), panel::room(app));
    }

    /// How many there are, also of those that do not fit.
    pub fn count(&self) -> usize {
        self.targets.len() + self.filtered.len()
    }

    /// Puts the cursor on a target, or else the last, where the list has room for so many.
    pub fn go_to(&mut self, index: usize, room: usize) {
        self.cursor = index.min(self.targets.len().saturating_sub(1));
        let lowest = self.targets.len().saturating_sub(room);
        self.top = self.top(room).min(lowest);
    }

    /// The first target of the list that is shown where there is room for so many: the cursor is always in sight.
    pub fn top(&self, room: usize) -> usize {
        let highest = (self.cursor + 1).saturating_sub(room);
        self.top.max(highest).min(self.cursor)
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

impl Target {
    /// Whether a piece of a row shows some of it.
    pub fn is_shown_by(&self, document: &Document, block: BlockId, piece: &Piece) -> bool {
        let mut found = At::of_piece(document, block, piece);
        found.any(|at| at.span(document) == Some(self.span))
    }

    /// What it says, and where it leads.
    fn told(&self, app: &App) -> String {
        let leads = match &self.leads {
            Leads::Out(address) => address.whole.clone(),
            leads => leads.briefly(app),
        };
        format!("{} {leads}", self.text)
    }
}

/// What the pieces on screen belong to, in reading order.
fn pieces(app: &App) -> impl Iterator<Item = (BlockId, At)> {
    let document = &app.article.document;
    app.page.rows.iter().flat_map(move |(block, row)| {
        let found = row.pieces.iter();
        let found = found.flat_map(move |it| At::of_piece(document, *block, it));
        found.map(move |at| (*block, at))
    })
}

/// The links and marks of a block in its order, each with where it stands.
fn in_block(app: &App, block: BlockId) -> Vec<(Span, At, BlockId)> {
    let document = &app.article.document;
    let runs = document.runs(block).iter();
    let all = runs.flat_map(|run| At::of_run(document, run));
    let all = all.filter_map(|at| Some((at.span(document)?, at, block)));
    let mut all: Vec<_> = all.collect();
    all.dedup_by_key(|(span, ..)| *span);
    all
}

/// What is known of one of several.
fn told(
    app: &App,
    mut found: impl Iterator<Item = (Span, At, BlockId)>,
    times: usize,
) -> Option<(Mark, Target)> {
    let (span, at, block) = found.nth(times.saturating_sub(1))?;
    let target = Guide::new(app).target(at, block)?;
    Some((Mark { span, block }, target))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (count, index, letters) in [
            (1, 0, "a"),
            (26, 25, "z"),
            (52, 51, "Z"),
            (53, 0, "aa"),
            (53, 26, "ba"),
            (676, 675, "zz"),
            (677, 676, "baa"),
        ] {
            assert_eq!(links(count).letters(index), letters);
            assert_eq!(links(count).named(letters), Some(index));
        }
    }
}
