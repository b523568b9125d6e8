//! What programs print for a terminal: manual pages, logs, differences.
//!
//! Its lines are kept, each a block of its own. Letters struck over, as `nroff` prints bold and underlined ones, and sequences that
//! set colours (SGR, ECMA-48 §8.3.117) become marks of the runs; those that hold links (OSC 8), links; those that erase the rest of a line mean nothing here. None of
//! them is seen, and whatever else is no letter stays what it is: a sign that cannot do anything. A line at the margin that is all bold is a heading, as in manual pages.

mod sequence;
mod style;

use super::block::BlockKind;
use super::builder::Builder;
use super::feed::Piece;
use super::part::Part;
use super::run::{LinkId, Marks, Run, Shown};
use crate::text::num;
use crate::text::span::Span;
use sequence::Sequence;
use style::Style;

/// The level of headings in a manual page.
const HEADING_LEVEL: u8 = 2;

/// The longest heading, in bytes that are seen.
const LONGEST_HEADING: usize = 100;

/// Whether a text has been made for a terminal: letters are struck over, or coloured.
pub(super) fn is_one(text: &str) -> bool {
    let is_struck = |at: usize| overstrike(crate::text::tail(text, at)).is_some();
    let before = |at: usize| text.floor_char_boundary(at.saturating_sub(1));
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'\x08', bytes).any(|at| is_struck(before(at)))
        || memchr::memchr_iter(b'\x1b', bytes).any(|at| {
            matches!(
                Sequence::of(crate::text::tail(text, at)),
                Some((Sequence::Style(_), _))
            )
        })
}

/// Whether so much of a text has been made for a terminal that no name can say otherwise: three lines, and one of twenty.
pub(super) fn is_surely_one(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let (all, made) = lines.fold((0, 0), |(all, made), line| {
        (all + 1, made + usize::from(is_one(line)))
    });
    made >= 3 && 20 * made >= all
}

/// Reads a piece of such a text: the part it makes, and where in the text that ends.
pub(super) fn read(piece: Piece<'_>) -> Option<(Part, usize)> {
    let mut reader = Reader {
        text: piece.text,
        builder: Builder::new(piece.text, piece.start),
        style: Style::default(),
        link: None,
    };
    let mut at = 0;
    for line in piece.text.split_inclusive('\n') {
        // A style that is still open is the only thing that one line leaves to the next.
        if reader.style == Style::default() && reader.link.is_none() {
            reader.builder.mark_border(num::offset(at));
        }
        reader.line(at, line.trim_end_matches(['\n', '\r']));
        at += line.len();
    }
    if piece.is_last {
        Some((reader.builder.finish(), piece.text.len()))
    } else {
        reader.builder.finish_at_border()
    }
}

struct Reader<'a> {
    text: &'a str,
    builder: Builder<&'a str>,
    style: Style,
    link: Option<LinkId>,
}

/// A stretch of a line that is seen.
struct Ink {
    span: Span,
    marks: Marks,
    link: Option<LinkId>,
}

impl Reader<'_> {
    fn line(&mut self, start: usize, line: &str) {
        let inks = self.inks(start, line);
        if inks.iter().all(|ink| self.seen(ink).trim().is_empty()) {
            return;
        }
        let kind = if self.is_heading(&inks) {
            BlockKind::Heading(HEADING_LEVEL)
        } else {
            BlockKind::Output
        };
        self.builder.begin(kind, num::offset(start));
        for ink in inks {
            self.builder.push(Run {
                span: ink.span,
                shown: Shown::Source,
                marks: ink.marks,
                link: ink.link,
            });
        }
        self.builder.end(num::offset(start + line.len()));
    }

    fn seen(&self, ink: &Ink) -> &str {
        crate::text::cut(self.text, ink.span.range())
    }

    /// Whether a line is all bold, at the margin, and of no colour.
    fn is_heading(&self, inks: &[Ink]) -> bool {
        let is_blank = |ink: &Ink| self.seen(ink).trim().is_empty();
        let is_bold = |ink: &Ink| ink.marks == Marks::STRONG;
        let length: u32 = inks.iter().map(|ink| ink.span.len()).sum();
        inks.first()
            .is_some_and(|ink| !self.seen(ink).starts_with(char::is_whitespace))
            && inks.iter().all(|ink| is_bold(ink) || is_blank(ink))
            && length as usize <= LONGEST_HEADING
    }

    /// What is seen of a line, which begins at `start`.
    fn inks(&mut self, start: usize, line: &str) -> Vec<Ink> {
        let mut inks = Vec::new();
        let mut at = 0;
        while let Some(c) = crate::text::tail(line, at).chars().next() {
            let rest = crate::text::tail(line, at);
            if c == '\x1b'
                && let Some((sequence, length)) = Sequence::of(rest)
            {
                self.obey(&sequence, Span::of(start + at..start + at + length));
                at += length;
                continue;
            }
            let (letter, marks, length) = overstrike(rest).unwrap_or_else(|| {
                let length = plain(rest, c);
                (0..length, Marks::empty(), length)
            });
            inks.push(Ink {
                span: Span::of(start + at + letter.start..start + at + letter.end),
                marks: self.style.marks() | marks,
                link: self.link,
            });
            at += length;
        }
        inks
    }

    fn obey(&mut self, sequence: &Sequence<'_>, span: Span) {
        match *sequence {
            Sequence::Style(numbers) => self.style.set(numbers),
            Sequence::Link("") => self.link = None,
            Sequence::Link(address) => self.link = Some(self.builder.add_link(span, address)),
            Sequence::Erase => {}
        }
    }
}

/// How many bytes from here on, the first of which is `first`, are seen as they stand.
fn plain(rest: &str, first: char) -> usize {
    let behind = crate::text::tail(rest, first.len_utf8());
    let until = memchr::memchr2(b'\x1b', b'\x08', behind.as_bytes());
    let Some(until) = until else {
        return rest.len();
    };
    let end = first.len_utf8() + until;
    let is_struck = behind.as_bytes().get(until) == Some(&b'\x08');
    let last = crate::text::head(rest, end)
        .chars()
        .next_back()
        .map_or(0, char::len_utf8);
    // The letter before a backspace may be struck over.
    if is_struck && end > first.len_utf8() {
        end - last
    } else {
        end
    }
}

/// A letter that is struck over, at the beginning of a text: where the one that is seen stands, its marks, and all bytes of it.
/// The same letter twice is bold, one over an underscore underlined.
fn overstrike(text: &str) -> Option<(std::ops::Range<usize>, Marks, usize)> {
    let mut letters = text.char_indices();
    let (_, mut seen) = letters.next()?;
    let (mut at, mut end, mut marks) = (0, seen.len_utf8(), Marks::empty());
    while let (Some((_, '\x08')), Some((next, over))) = (letters.next(), letters.next()) {
        match (seen, over) {
            _ if seen == over => marks |= Marks::STRONG,
            ('_', _) => marks |= Marks::EMPHASIS,
            (_, '_') => {
                marks |= Marks::EMPHASIS;
                end = next + 1;
                continue;
            }
            _ => break,
        }
        (seen, at, end) = (over, next, next + over.len_utf8());
    }
    (!marks.is_empty()).then(|| (at..at + seen.len_utf8(), marks, end))
}

#[cfg(test)]
mod tests {
    use crate::doc::Document;
    use crate::doc::block::BlockKind;
    use crate::doc::format::Format;

    /// Each block as its runs, those that are marked in brackets with the first letters of their marks.
    fn picture(text: &str) -> Vec<String> {
        let document = Document::read(text.to_owned(), Format::Terminal);
        let run = |run: &crate::doc::run::Run| {
            let link = run.link.and_then(|link| document.link(link));
            let link = link.map_or(String::new(), |link| format!("<{}>", link.url));
            let names: String = run
                .marks
                .iter_names()
                .filter_map(|(name, _)| name.get(..1))
                .collect();
            let shown = document.shown(run);
            if run.marks.is_empty() {
                format!("{shown}{link}")
            } else {
                format!("[{names}:{shown}]{link}")
            }
        };
        let block = |id| {
            let head = match document.block(id).unwrap().kind {
                BlockKind::Heading(_) => "# ",
                _ => "",
            };
            format!(
                "{head}{}",
                document.runs(id).iter().map(run).collect::<String>()
            )
        };
        document.ids().map(block).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(picture(text), expected, "{text:?}");
    }

    #[test]
    fn letters_are_struck_over() {
        check("a b\x08b c", &["a [S:b] c"]);
        check("N\x08NA\x08A\n   words\n", &["# [S:N][S:A]", "   words"]);
        check("_\x08o_\x08n o\x08_", &["[E:o][E:n] [E:o]"]);
        check("- o\x08o\x08o", &["- [S:o]"]);
        check("_\x08o\x08o", &["[ES:o]"]);
        check("é\x08é", &["# [S:é]"]);
        check("a\x08b", &["a\x08b"]);
        check("\x08\x08a\x08", &["\x08\x08a\x08"]);
    }

    #[test]
    fn colours_are_set() {
        check("\x1b[31mred\x1b[0m no", &["[R:red] no"]);
        check(
            "\x1b[1;33mtwo\x1b[22m one\x1b[39;4mund\x1b[m",
            &["[SRG:two][RG: one][E:und]"],
        );
        check(
            "\x1b[32m+a\x1b[K\n+b\x1b[m\x1b[K\nc",
            &["[G:+a]", "[G:+b]", "c"],
        );
        check(
            "\x1b[38;5;196ma\x1b[38;2;0;0;255mb\x1b[38:2::0:200:0mc\x1b[48;5;1md",
            &["[R:a][B:b][G:c][G:d]"],
        );
        check("\x1b[1mBOLD\x1b[m", &["# [S:BOLD]"]);
    }

    #[test]
    fn links_are_kept() {
        check(
            "see \x1b]8;;https://a.example/\x1b\\this\x1b]8;;\x07.",
            &["see this<https://a.example/>."],
        );
    }

    #[test]
    fn what_is_not_known_is_seen() {
        check(
            "\x1b[2J\x1b]0;x\x07\x1b[31",
            &["\x1b[2J\x1b]0;x\x07\x1b[31"],
        );
        check("a\x1b", &["a\x1b"]);
    }

    #[test]
    fn it_is_told_by_what_it_holds() {
        for (text, expected) in [
            ("words", false),
            ("N\x08NA\x08A", true),
            ("a\x08b", false),
            ("\x1b[1mBOLD\x1b[m", true),
            ("\x1b[2J", false),
            ("\x1b[", false),
            ("\x08", false),
        ] {
            assert_eq!(super::is_one(text), expected, "{text:?}");
        }
    }
}
