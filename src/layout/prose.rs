//! Running text: runs to clusters, clusters to words, words to rows.

use std::cell::OnceCell;
use std::ops::Range;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::line::{Atom, Kind, Line};
use super::row::{Role, Row};
use super::slab::{self, Clip, Slab};
use super::tie;
use super::wrap::{self, Word};
use crate::doc::Document;
use crate::doc::run::{Marks, Shown};
use crate::text::cluster::clusters;
use crate::text::formula;
use crate::text::language::Language;
use crate::text::num;
use crate::text::order::{Direction, Level, Levels};
use crate::text::word;
use crate::text::{head, tail};

/// A column narrower than this leaves ragged edges unless words are divided, in cells.
const DIVIDED_BELOW: u16 = 50;

/// What running text is laid out into.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Cells of a row.
    pub(super) width: u16,
    /// Cells before it that the first row takes besides.
    pub(super) hang: u16,
    /// What the text is.
    pub(super) role: Role,
    /// The language in which words are divided, if they are.
    pub(super) language: Option<Language>,
    /// Which way the text runs; `None` where it is left in the order in which it is stored.
    pub(super) direction: Option<Direction>,
    /// Whether addresses stay in one piece, for other programs to find, though a row gets too long.
    pub(super) keeps_addresses: bool,
}

impl Column {
    /// The column of a block. In a narrow one words are divided, where the language is known.
    pub(super) fn of(document: &Document, width: u16, role: Role) -> Self {
        let is_divided = width < DIVIDED_BELOW && role == Role::Text;
        Self {
            width,
            hang: 0,
            role,
            language: is_divided.then(|| document.language()).flatten(),
            direction: None,
            keeps_addresses: false,
        }
    }
}

/// The rows of a slab of running text.
pub(super) fn rows(document: &Document, slab: Slab, column: Column) -> Vec<Row> {
    let clips: Vec<_> = slab::clips(document, slab).collect();
    let mut rows = lines(&clips, column);
    number(&mut rows, slab.span.start);
    rows
}

/// Makes the places of the rows grow from row to row; the first gets the start of the slab.
pub(super) fn number(rows: &mut [Row], start: u32) {
    let mut least = start;
    for (index, row) in rows.iter_mut().enumerate() {
        row.at = if index == 0 { start } else { row.at.max(least) };
        least = row.at + 1;
    }
}

/// Wraps `clips` into the rows of a column. The place of each row is the byte it begins with, or 0 when it is blank.
pub(super) fn lines(clips: &[Clip<'_>], column: Column) -> Vec<Row> {
    let mut text = Text {
        keeps_addresses: column.keeps_addresses,
        ..Text::of(clips)
    };
    if let Some(language) = column.language {
        text.divide(clips, language);
    }
    let levels = column.direction.and_then(|it| text.levels(clips, it));
    let lines = text.lines(column.width, column.hang).into_iter();
    let mut hang = column.hang;
    lines
        .map(|range| {
            let line = Line {
                is_divided: text.divisions.binary_search(&range.end).is_ok(),
                levels: levels.as_ref().and_then(|levels| levels.get(range.clone())),
                atoms: text.atoms.get(range).unwrap_or_default(),
                room: column.width + std::mem::take(&mut hang),
            };
            line.row(clips, column)
        })
        .collect()
}

/// The widest word of `clips`, in cells. What is wider than `most` is cut wherever it must be.
pub(super) fn widest_word(clips: &[Clip<'_>], most: u16) -> u16 {
    let words = Text::of(clips).words(most.into());
    num::cells(words.iter().map(|it| it.word.width).max().unwrap_or(0))
}

/// Wraps a plain text into lines of at most `width` cells: what each shows of it, without the space at its end.
pub fn wrap_text(text: &str, width: u16) -> Vec<Range<usize>> {
    let mut wrapped = Text::default();
    wrapped.add(0, text, false);
    let lines = wrapped.lines(width, 0).into_iter();
    let range = |atoms: &[Atom]| {
        let ink = ink(atoms);
        ink.first().map_or(0, |atom| atom.start as usize)
            ..ink.last().map_or(0, |atom| atom.end as usize)
    };
    lines
        .map(|line| range(wrapped.atoms.get(line).unwrap_or_default()))
        .collect()
}

/// The visible text of a slab in clusters.
#[derive(Default)]
struct Text {
    shown: String,
    atoms: Vec<Atom>,
    /// Clusters before which a word may be divided.
    divisions: Vec<usize>,
    /// Whether no line ends in an address.
    keeps_addresses: bool,
}

/// A word and the clusters it is made of.
struct Slice {
    word: Word,
    atoms: Range<usize>,
}

impl Text {
    fn of(clips: &[Clip<'_>]) -> Self {
        let mut text = Self::default();
        for (index, clip) in clips.iter().enumerate() {
            let is_break = matches!(clip.run.shown, Shown::Break | Shown::CellEnd);
            text.add(index, clip.shown, is_break);
        }
        text
    }

    fn add(&mut self, clip: usize, shown: &str, is_break: bool) {
        self.shown.push_str(shown);
        for cluster in clusters(shown) {
            let kind = match crate::text::cut(shown, cluster.at..cluster.at + cluster.len) {
                _ if is_break => Kind::Break,
                "\u{AD}" => Kind::SoftHyphen,
                raw if is_space(raw) => Kind::Space,
                _ => Kind::Ink,
            };
            self.atoms.push(Atom {
                clip,
                start: num::offset(cluster.at),
                end: num::offset(cluster.at + cluster.len),
                width: num::cells(cluster.width),
                kind,
            });
        }
    }

    /// Finds where its words may be divided, the last one left out, and units. A hyphen would become part of an address, a path, an option
    /// or code.
    fn divide(&mut self, clips: &[Clip<'_>], language: Language) {
        let mut words: Vec<_> = word::words(&self.shown).collect();
        words.pop();
        words.retain(|word| {
            !is_exact(around(&self.shown, word)) && !tie::counts(&self.shown, word.start)
        });
        let ends = words.into_iter().flat_map(|word| {
            let start = word.start;
            let ends = language.divisions(crate::text::cut(&self.shown, word));
            ends.map(move |end| start + end)
        });
        let mut ends = ends.peekable();
        let mut at = 0; // bytes of what is shown
        for (index, atom) in self.atoms.iter().enumerate() {
            while ends.next_if(|&end| end < at).is_some() {}
            let clip = clips.get(atom.clip);
            let is_code = clip.is_some_and(|clip| clip.run.marks.contains(Marks::CODE));
            if ends.peek() == Some(&at) && !is_code {
                self.divisions.push(index);
            }
            at += (atom.end - atom.start) as usize;
        }
    }

    /// The level of each cluster; `None` where all of them run to the right. The mark of a footnote is read from left to right.
    fn levels(&self, clips: &[Clip<'_>], direction: Direction) -> Option<Vec<Level>> {
        let levels = Levels::of(&self.shown, direction)?;
        let mut at = 0; // bytes of what is shown
        let level = |atom: &Atom| {
            let mut level = levels.at(at);
            at += (atom.end - atom.start) as usize;
            let clip = clips.get(atom.clip);
            let is_note = clip.is_some_and(|clip| clip.run.marks.contains(Marks::NOTE));
            if is_note && level.is_rtl() {
                level = level.new_explicit_next_ltr().unwrap_or(level);
            }
            level
        };
        Some(self.atoms.iter().map(level).collect())
    }

    /// The clusters of each line, the space at its end included. The first line takes `hang` cells more than the others.
    fn lines(&mut self, width: u16, hang: u16) -> Vec<Range<usize>> {
        let width = usize::from(width);
        if let Some(last) = self
            .atoms
            .last_mut()
            .filter(|atom| atom.kind == Kind::SoftHyphen)
        {
            last.kind = Kind::Space; // nothing follows that it could tie to
        }
        let mut words = self.words(width);
        if let Some(first) = words.first_mut() {
            first.word.width = first.word.width.saturating_sub(hang.into());
        }
        let widths: Vec<_> = words.iter().map(|word| word.word).collect();
        let mut start = 0;
        let lines = wrap::lines(&widths, width).into_iter().map(|end| {
            let line = words.get(start..end).unwrap_or_default();
            start = end;
            line.first().map_or(0, |word| word.atoms.start)
                ..line.last().map_or(0, |word| word.atoms.end)
        });
        lines.collect()
    }

    /// Cuts the text where a line may end. What is wider than a line is cut wherever it must be.
    fn words(&self, width: usize) -> Vec<Slice> {
        let mut words = Vec::new();
        let addresses = tie::addresses(&self.shown);
        let opportunities = break_opportunities(&self.shown, width, &addresses);
        let mut opportunities = opportunities.into_iter().peekable();
        let mut divisions = self.divisions.iter().copied().peekable();
        let is_kept = |at: usize| {
            self.keeps_addresses
                && tie::is_inside(&addresses, at)
                && tie::breaks_address(&self.shown, at).is_some()
        };
        let mut slice = Slice::at(0);
        let mut at = 0; // bytes of what is shown
        for (index, atom) in self.atoms.iter().enumerate() {
            let is_ink = atom.kind == Kind::Ink;
            if is_ink
                && slice.word.width + slice.word.space + usize::from(atom.width) > width
                && slice.word.width > 0
                && !is_kept(at)
            {
                words.push(slice.end(index));
                slice = Slice::at(index);
            }
            if divisions.next_if_eq(&index).is_some() && slice.word.width > 0 {
                slice.word.hyphen = 1;
                words.push(slice.end(index));
                slice = Slice::at(index);
            }
            slice.add(*atom);
            at += (atom.end - atom.start) as usize;
            while opportunities
                .next_if(|&opportunity| opportunity < at)
                .is_some()
            {}
            let may_end = opportunities.peek() == Some(&at) && slice.takes_room() && !is_kept(at);
            if may_end || atom.kind == Kind::Break {
                slice.word.is_in_address = tie::is_inside(&addresses, at);
                words.push(slice.end(index + 1));
                slice = Slice::at(index + 1);
            }
        }
        if slice.atoms.start < self.atoms.len() {
            words.push(slice.end(self.atoms.len()));
        }
        words
    }
}

/// The clusters up to the last that is drawn.
pub(super) fn ink(atoms: &[Atom]) -> &[Atom] {
    let end = atoms
        .iter()
        .rposition(|atom| atom.kind == Kind::Ink)
        .map_or(0, |last| last + 1);
    atoms.get(..end).unwrap_or_default()
}

impl Slice {
    fn at(index: usize) -> Self {
        Self {
            word: Word::default(),
            atoms: index..index,
        }
    }

    fn add(&mut self, atom: Atom) {
        let word = &mut self.word;
        match atom.kind {
            Kind::Ink => {
                word.width += word.space + usize::from(atom.width);
                word.space = 0;
                word.hyphen = 0;
            }
            Kind::Space => {
                word.space += usize::from(atom.width);
                word.hyphen = 0;
            }
            Kind::SoftHyphen => word.hyphen = 1,
            Kind::Break => word.is_forced = true,
        }
    }

    /// What takes no cells goes with the next word: a line has no more words than cells.
    fn takes_room(&self) -> bool {
        self.word.width + self.word.space > 0
    }

    fn end(self, index: usize) -> Self {
        Self {
            atoms: self.atoms.start..index,
            ..self
        }
    }
}

fn is_space(cluster: &str) -> bool {
    // A no-break space is ink: it is kept where a line ends.
    cluster
        .chars()
        .all(|c| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}'))
}

thread_local! {
    static SEGMENTER: OnceCell<LineSegmenterBorrowed<'static>> = const { OnceCell::new() };
}

/// Where a line of `width` cells may end, in bytes of `text`: after UAX #14, but not where readers would stumble, and in addresses at
/// their own signs.
fn break_opportunities(text: &str, width: usize, addresses: &[Range<usize>]) -> Vec<usize> {
    let segmenter = SEGMENTER
        .with(|cell| *cell.get_or_init(|| LineSegmenter::new_auto(LineBreakOptions::default())));
    let mut formulas: Vec<_> = formula::formulas(text, width).collect();
    formulas.extend(formula::in_brackets(text, width));
    formulas.sort_unstable_by_key(|formula| formula.end);
    let is_kept = |at: usize| {
        (width >= tie::ROOM && tie::ties(text, at))
            || tie::is_inside(&formulas, at)
            || (tie::is_inside(addresses, at) && tie::breaks_address(text, at).is_some())
    };
    let may_break = |&at: &usize| tie::may_break(text, at) && !is_kept(at);
    let mut opportunities: Vec<_> = segmenter.segment_str(text).filter(may_break).collect();
    if !addresses.is_empty() {
        let places = addresses.iter().flat_map(|it| it.start + 1..it.end);
        opportunities.extend(places.filter(|&at| tie::breaks_address(text, at) == Some(true)));
        opportunities.sort_unstable();
    }
    opportunities
}

/// What stands between the spaces around a word.
fn around<'a>(text: &'a str, word: &Range<usize>) -> &'a str {
    let start = head(text, word.start).rfind(char::is_whitespace);
    let end = tail(text, word.end).find(char::is_whitespace);
    let start = start.map_or(0, |at| text.ceil_char_boundary(at + 1));
    crate::text::cut(text, start..end.map_or(text.len(), |at| word.end + at))
}

/// Whether every sign counts: in an address, a path, an option, a name for machines.
fn is_exact(word: &str) -> bool {
    word.starts_with("--") || word.contains(['/', '\\', '@', '_', '=', '&', '#', '<', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::block::BlockId;
    use crate::doc::format::Format;
    use crate::layout::row::{Piece, PieceText};
    use crate::layout::slab::Slabs;

    #[track_caller]
    fn check(markdown: &str, width: u16, expected: &str) {
        check_in(markdown, width, false, expected);
    }

    #[track_caller]
    fn check_in(markdown: &str, width: u16, keeps_addresses: bool, expected: &str) {
        let document = Document::read(markdown.to_owned(), Format::Markdown);
        let slab = Slabs::of(&document, BlockId::default()).slab(0);
        let column = Column {
            keeps_addresses,
            ..Column::of(&document, width, Role::Text)
        };
        let shown: Vec<String> = rows(&document, slab, column)
            .iter()
            .map(|row| picture(&document, row))
            .collect();
        assert_eq!(shown.join("\n"), expected);
    }

    fn picture(document: &Document, row: &Row) -> String {
        let text = |piece: &Piece| match &piece.text {
            PieceText::Source => document.slice(piece.span).to_owned(),
            PieceText::Shown(text) => text.to_string(),
            PieceText::Picture(_) => String::new(),
        };
        row.pieces.iter().map(text).collect()
    }

    #[test]
    fn words_wrap_across_markup() {
        check(
            "one **two three** four *five* six",
            10,
            "one two\nthree four\nfive six",
        );
        check("a\nb\nc", 10, "a b c");
        check("hard  \nbreak", 10, "hard\nbreak");
    }

    #[test]
    fn long_words_are_cut_and_soft_hyphens_shown() {
        check("abcdefghij", 4, "abcd\nefgh\nij");
        check("extra\u{ad}ordinary thing", 10, "extra-\nordinary\nthing");
        check("extra\u{ad}ordinary", 20, "extra\u{ad}ordinary");
        check("extra\u{ad}ordinary", 5, "extra\nordin\nary");
    }

    /// Anything but linear would take minutes here.
    #[test]
    fn words_without_cells_are_part_of_the_next_one() {
        let hidden = "\u{200b}\u{34f}".repeat(80_000);
        assert_eq!(wrap_text(&hidden, 70).len(), 1);
        let text = format!("{hidden}word");
        assert_eq!(wrap_text(&text, 70).first(), Some(&(0..text.len())));
    }

    #[test]
    fn words_are_divided_in_narrow_columns_of_a_known_language() {
        let english = "The negotiations were extraordinarily complicated, and representatives of neither government \
            would say when the international agreements could be completed.";
        let expected = "The negotiations\nwere extraordinar-\nily complicated,\nand representatives\nof neither govern-\n\
            ment would say when\nthe international\nagreements could be\ncompleted.";
        check(english, 22, expected);
        check("extraordinarily", 8, "extraord\ninarily"); // which language is one word?
        let code = "The negotiations `were extraordinarily` complicated, and representatives of neither government would say when.";
        check(
            code,
            22,
            "The negotiations\nwere extraordinarily\ncomplicated, and\nrepresentatives of\nneither government\nwould say when.",
        );
        let exact = "The negotiations about /documentation and --extraordinarily were complicated, and \
            representatives of neither government would say when.";
        let expected = "The negotiations\nabout /documentation\nand --extraordinarily\nwere complicated, and\n\
            representatives of\nneither government\nwould say when.";
        check(exact, 22, expected);
    }

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        check(
            "It was all about 40 kilometres away, or 250,000 km",
            43,
            "It was all about 40 kilometres away, or\n250,000 km",
        );
        check(
            "It was said by many people in the town that Dr. Lee came",
            48,
            "It was said by many people in the town that\nDr. Lee came",
        );
        check(
            "It is a disk that reads and writes at 100 MB/s now",
            42,
            "It is a disk that reads and writes at\n100 MB/s now",
        );
        let english = "The harbour was given 14\u{a0}million euros for the things that were lost to it in the storm of that winter.";
        check(
            english,
            30,
            "The harbour was given\n14\u{a0}million euros for the\nthings that were lost to it in\nthe storm of that winter.",
        );
    }

    #[test]
    fn signs_and_dashes_stay_with_their_words() {
        check("I write C++ here", 8, "I write\nC++ here");
        check("one two – three", 8, "one\ntwo –\nthree");
    }

    #[test]
    fn powers_and_indices_are_small() {
        check(
            "H<sub>2</sub>O is 10<sup>2</sup> and 4<sup>th</sup>",
            40,
            "H₂O is 10² and 4th",
        );
    }

    #[test]
    fn addresses_are_broken_at_what_divides_them() {
        check(
            "See what is told at https://example.org/a/page#fragment-at-the-end of it.",
            40,
            "See what is told at https://example.org/\na/page#fragment-at-the-end of it.",
        );
        check(
            "https://example.org/manual/page#fragment-at-the-end",
            40,
            "https://example.org/manual/page\n#fragment-at-the-end",
        );
        check(
            "see https://example.org/a-long-way/home",
            30,
            "see https://example.org/\na-long-way/home",
        );
        check(
            "write to ann-lee@example.org",
            14,
            "write to\nann-lee\n@example.org",
        );
    }

    #[test]
    fn addresses_for_other_programs_stay_whole() {
        let address = "https://example.org/manual/page?with=query#fragment";
        for (text, expected) in [
            (
                format!("see {address} of it"),
                format!("see\n{address}\nof it"),
            ),
            (
                format!("港は{address}です"),
                format!("港は\n{address}\nです"),
            ),
            (
                "a/very/long/path/of/it".to_owned(),
                "a/very/long/path/\nof/it".to_owned(),
            ),
        ] {
            check_in(&text, 20, true, &expected);
        }
    }

    #[test]
    fn formulas_stay_together() {
        check(
            "it is $a + b = c$ as ever",
            14,
            "it is\n$a + b = c$\nas ever",
        );
        check(
            r"it is \(a + b = c\) as ever",
            16,
            "it is\n\\(a + b = c\\)\nas ever",
        );
    }

    #[test]
    fn scripts_without_spaces_wrap() {
        check(
            "安全保障は重要です。本当に",
            10,
            "安全保障は\n重要です。\n本当に",
        );
        check("สวัสดีชาวโลก", 6, "สวัสดี\nชาวโลก");
    }
}
