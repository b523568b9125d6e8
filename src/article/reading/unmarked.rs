//! Speech without quotation marks that its setting tells: block quotations with a name under them or a colon before them, and dialogue
//! that is set with dashes. Posts of accounts, `@kentlee: …`, have none either.
//!
//! ```text
//! > We measured it twice.            — Are you coming in? asked Maren.
//! > — Helma Straub, engineer         └─────────────────┘
//! ```
//!
//! Here is said only what may be speech; whether it is, and whose, is weighed as for what stands between marks. The turns of an interview
//! are another matter: they have their speakers before them.

use super::lexicon::{self, Traits};
use super::marks::{self, Pair, Strokes};
use crate::article::chapter::Chapter;
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind, Frame, FrameKind};
use crate::text::{cut, head, tail, word};

/// The dashes that open a line of dialogue, or a signature.
const DASHES: [&str; 4] = ["—", "―", "–", "--"];

/// What may be speech without marks in some blocks of a document. It is asked for the blocks in order.
#[derive(Debug)]
pub(super) struct Unmarked<'a> {
    document: &'a Document,
    /// The block behind the last one.
    end: BlockId,
    has_dialogue: bool,
    /// The block quotation that was met last.
    quotation: Option<Quotation>,
}

/// A block quotation: neighbouring blocks in one frame.
#[derive(Clone, Debug)]
struct Quotation {
    frame: Frame,
    /// The last block of it that is no signature.
    last: BlockId,
    /// Whether it is signed or led in.
    is_credited: bool,
}

impl<'a> Unmarked<'a> {
    pub(super) fn new(chapter: &Chapter<'a>) -> Self {
        Self {
            document: chapter.document(),
            end: chapter
                .ids()
                .last()
                .map_or(BlockId::default(), BlockId::next),
            has_dialogue: has_dialogue(chapter),
            quotation: None,
        }
    }

    /// The pairs in a block with this text: those of its marks, or all of it that is speech without them.
    pub(super) fn pairs(&mut self, block: BlockId, text: &str) -> Vec<Pair> {
        let unmarked = self
            .framed(block, text)
            .or_else(|| self.has_dialogue.then(|| dashed(text)).flatten())
            .or_else(|| posted(text));
        unmarked.map_or_else(|| marks::pairs(text), |pair| vec![pair])
    }

    /// A paragraph of a credited block quotation, unless it opens with marks of its own or is the signature.
    fn framed(&mut self, block: BlockId, text: &str) -> Option<Pair> {
        let frame = quotation_frame(self.document, block)?;
        if self.quotation.as_ref().is_none_or(|it| it.frame != frame) {
            self.quotation = Some(Quotation::of(self.document, block, frame, self.end));
        }
        let quotation = self.quotation.as_ref().filter(|it| it.is_credited)?;
        let words = head(text, signature_start(text).unwrap_or(text.len()));
        let is_free = !words.trim().is_empty()
            && marks::pairs(words)
                .first()
                .is_none_or(|pair| pair.outer.start > 0);
        is_free.then(|| Pair {
            strokes: Strokes::Framed,
            is_closed: block >= quotation.last,
            ..Pair::without_marks(words, 0)
        })
    }
}

impl Quotation {
    /// The quotation that begins with `first`, as far as `end`.
    fn of(document: &Document, first: BlockId, frame: Frame, end: BlockId) -> Self {
        let is_inside = |&id: &BlockId| id < end && quotation_frame(document, id) == Some(frame);
        let inside = std::iter::successors(Some(first), |id| Some(id.next())).take_while(is_inside);
        let (mut last, mut behind) = (first, first);
        for id in inside {
            behind = id.next();
            if !is_signature(document, id) {
                last = id;
            }
        }
        let is_signed = last.next() < behind
            || is_signature(document, behind)
            || signature_start(document.prose(last).as_str()).is_some();
        Self {
            frame,
            last,
            is_credited: is_signed || is_led_in(document, first),
        }
    }
}

impl Pair {
    /// All of `text` from the byte `start` on.
    fn without_marks(text: &str, start: usize) -> Self {
        let words = tail(text, start);
        let from = start + (words.len() - words.trim_start().len());
        let range = from..start + words.trim_end().len();
        Self {
            outer: range.clone(),
            inner: range,
            strokes: Strokes::Dashed,
            is_closed: true,
        }
    }
}

/// The block quotation that a paragraph stands directly in.
fn quotation_frame(document: &Document, block: BlockId) -> Option<Frame> {
    let is_paragraph = document.block(block)?.kind == BlockKind::Paragraph;
    let frame = document.frames(block).next()?;
    (is_paragraph && frame.kind == FrameKind::Quote).then_some(frame)
}

/// Whether the paragraph before a block ends with a colon.
fn is_led_in(document: &Document, block: BlockId) -> bool {
    let before = block.previous();
    before.is_some_and(|id| {
        document.block(id).map(|block| block.kind) == Some(BlockKind::Paragraph)
            && document.prose(id).as_str().trim_end().ends_with(':')
    })
}

/// Whether a block is nothing but a dash and a name.
fn is_signature(document: &Document, block: BlockId) -> bool {
    signature_start(document.prose(block).as_str()) == Some(0)
}

/// Where the name begins that signs a text, with its dash: at the beginning, or behind the end of a sentence.
fn signature_start(text: &str) -> Option<usize> {
    const ENDS: [char; 9] = ['.', '!', '?', '…', '”', '"', '’', '»', ')'];
    let last = DASHES.iter().filter_map(|dash| text.rfind(dash)).max()?;
    let before = head(text, last).trim_end();
    let starts_free = before.is_empty() || before.ends_with(ENDS);
    (starts_free && is_name(undashed(tail(text, last))?)).then_some(last)
}

/// Whether what stands behind a dash can be a name and what belongs to it, and is no sentence.
fn is_name(text: &str) -> bool {
    const LONGEST: usize = 160;
    let begins = text.starts_with(|c: char| c.is_uppercase() || c == '@');
    let ends = !text
        .trim_end()
        .ends_with(['.', '?', '!', ',', ';', ':', '…']);
    text.len() <= LONGEST && begins && ends
}

/// The words behind the dash that opens a text.
fn undashed(text: &str) -> Option<&str> {
    let dash = DASHES.iter().find(|dash| text.starts_with(**dash))?;
    Some(tail(text, dash.len()).trim_start())
}

/// Whether several paragraphs open with a dash as lines of dialogue do, and one of them says who speaks.
fn has_dialogue(chapter: &Chapter<'_>) -> bool {
    const FEWEST: usize = 2;
    let document = chapter.document();
    let is_paragraph =
        |id: &BlockId| document.block(*id).map(|block| block.kind) == Some(BlockKind::Paragraph);
    let (mut lines, mut told) = (0, 0);
    for wording in chapter
        .ids()
        .filter(is_paragraph)
        .filter_map(|id| chapter.wording(id))
    {
        let text = wording.prose.as_str();
        if let Some(pair) = dashed(text) {
            lines += 1;
            told += usize::from(pair.outer.end < text.trim_end().len());
        }
    }
    lines >= FEWEST && told > 0
}

/// The speech in a line of dialogue: from the dash to who says it, or else to the end.
fn dashed(text: &str) -> Option<Pair> {
    let words = undashed(text)?;
    if is_name(words) || !words.starts_with(char::is_alphabetic) {
        return None;
    }
    let start = text.len() - words.len();
    let end = start + inquit(words).unwrap_or(words.len());
    Some(Pair::without_marks(head(text, end), start))
}

/// How French, Spanish, Italian and Portuguese, which set dialogue with dashes, say who speaks.
const INQUITS: &[&str] = &[
    "dit",
    "demanda",
    "répondit",
    "reprit",
    "ajouta",
    "cria",
    "murmura",
    "répliqua",
    "dijo",
    "preguntó",
    "respondió",
    "contestó",
    "añadió",
    "gritó",
    "murmuró",
    "disse",
    "chiese",
    "rispose",
    "domandò",
    "aggiunse",
    "gridò",
    "perguntou",
    "respondeu",
    "gritou",
];

/// Where it says who speaks: behind a mark, *said Maren* or *Maren said*.
fn inquit(words: &str) -> Option<usize> {
    const MARKS: [char; 7] = [',', '.', '?', '!', '…', '—', '–'];
    words.match_indices(MARKS).find_map(|(at, mark)| {
        let rest = tail(words, at + mark.len());
        let is_dash = DASHES.contains(&mark);
        let end = if is_dash { at } else { at + mark.len() }; // a dash belongs to what follows: —No —said Maren
        ((is_dash || rest.starts_with(' ')) && says_who(rest)).then_some(end)
    })
}

/// Whether a text begins with who speaks, and a word that says so.
fn says_who(text: &str) -> bool {
    let mut next = word::words(text).map(|range| cut(text, range));
    let (first, second) = (
        next.next().unwrap_or_default(),
        next.next().unwrap_or_default(),
    );
    let says = |word: &str| {
        let is_known = || lexicon::traits(word).intersects(Traits::SAY) || INQUITS.contains(&word);
        word.starts_with(char::is_lowercase) && is_known()
    };
    let is_pronoun = || lexicon::traits(first).intersects(Traits::PRONOUN);
    says(first) || (first.starts_with(char::is_uppercase) || is_pronoun()) && says(second)
}

/// What an account posts: all behind `@kentlee: `, and of a post that it hands on what stands behind the last account.
fn posted(text: &str) -> Option<Pair> {
    let mut rest = text.trim_start();
    let mut is_posted = false;
    while let Some(words) = behind_account(rest) {
        is_posted = true;
        rest = words;
    }
    let has_marks = marks::pairs(rest)
        .first()
        .is_some_and(|pair| pair.outer.start == 0);
    let is_speech = is_posted && rest.contains(char::is_alphanumeric) && !has_marks;
    is_speech.then(|| Pair {
        strokes: Strokes::Posted,
        ..Pair::without_marks(text, text.len() - rest.len())
    })
}

/// What stands behind `@kentlee: ` or `RT @kentlee: `.
fn behind_account(text: &str) -> Option<&str> {
    let text = text.strip_prefix("RT ").unwrap_or(text).strip_prefix('@')?;
    let (account, words) = text.split_once(':')?;
    let is_account = !account.is_empty()
        && account
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
    (is_account && words.starts_with(char::is_whitespace)).then(|| words.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    /// The words of each pair of a text, with a stroke where it goes on.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Markdown);
        let chapter = Chapter::whole(&document);
        let mut unmarked = Unmarked::new(&chapter);
        let mut found = Vec::new();
        for id in document.ids() {
            let prose = document.prose(id);
            for pair in unmarked.pairs(id, prose.as_str()) {
                let sign = if pair.is_closed { "" } else { " |" };
                found.push(format!("{}{sign}", prose.cut(pair.inner)));
            }
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn block_quotations_are_speech_when_they_are_signed_or_led_in() {
        check("> We go.\n>\n> — Ann Lee, Kent", &["We go."]);
        check("> We go.\n> — Ann Lee, Kent", &["We go."]);
        check("> We go.\n>\n> Now.\n\n— Ann Lee", &["We go. |", "Now."]);
        check("Ann Lee wrote:\n\n> We go.", &["We go."]);
        check("Ann Lee left.\n\n> We go. “Now,” he said.", &["Now,"]);
        check("> “We go,” he said.\n>\n> — Ann Lee", &["We go,"]);
    }

    #[test]
    fn accounts_post_what_stands_behind_them() {
        check(
            "@kentlee: We go.\n\n@boroe: RT @kentlee: We go.",
            &["We go.", "We go."],
        );
        check(
            "@kentlee: “We go,” he wrote.\n\n@kentlee left.",
            &["We go,"],
        );
    }

    #[test]
    fn other_languages_set_dialogue_with_dashes_too() {
        check(
            "— Vous venez ? demanda Anne.\n\n— Pas encore, dit le vieil homme.\n\n— Alors prenez mon manteau.",
            &["Vous venez ?", "Pas encore,", "Alors prenez mon manteau."],
        );
        check(
            "—No iremos —dijo Ana—. Es tarde.\n\n—Bien.",
            &["No iremos", "Bien."],
        );
    }

    #[test]
    fn lines_of_dialogue_end_where_it_says_who_speaks() {
        check(
            "— Are you in? asked Bo.\n\n— No, she said. It rains.\n\n— Then go.",
            &["Are you in?", "No,", "Then go."],
        );
        check("— It rains.\n\n— Then go.", &[]);
        check("“No,” he said.\n\n— Ann Lee\n\n— Bo Kim", &["No,"]);
    }
}
