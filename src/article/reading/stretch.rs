//! Stretches: what stands between quotation marks, put together where it runs over several paragraphs.
//!
//! Each paragraph of a long quotation opens with a mark, and only the last one closes. A mark that never closes ends with its paragraph.

use super::marks::{Pair, Strokes};
use super::passage::{PairId, Passage};
use crate::text::cut;

/// A quoted stretch, from its first pair of marks to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub first: PairId,
    /// Where it ends; the same unless it runs over several passages.
    pub last: PairId,
}

impl Stretch {
    /// The pairs it is made of: those behind the first open their passages.
    pub fn parts(self) -> impl Iterator<Item = PairId> {
        let behind = self.first.scene + 1..=self.last.scene;
        let behind = behind.map(|scene| PairId { scene, pair: 0 });
        std::iter::once(self.first).chain(behind)
    }
}

/// The stretches of the passages, in order.
pub fn stretches(passages: &[Passage<'_>]) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut open: Vec<PairId> = Vec::new(); // the parts of a stretch that has not closed yet
    for (scene, passage) in passages.iter().enumerate() {
        if !passage
            .pairs
            .first()
            .is_some_and(|pair| continues(passage, pair, &open, passages))
        {
            give_up(&mut open, passages, &mut found);
        }
        for (pair, marks) in passage.pairs.iter().enumerate() {
            let id = PairId { scene, pair };
            open.push(id);
            if marks.is_closed {
                let first = open.first().copied().unwrap_or(id);
                found.push(Stretch { first, last: id });
                open.clear();
            } else if !is_left_open(passage, marks) {
                give_up(&mut open, passages, &mut found);
            }
        }
    }
    give_up(&mut open, passages, &mut found);
    found
}

/// Whether `pair` goes on with what is open: it begins its passage, with marks of the same look.
fn continues(
    passage: &Passage<'_>,
    pair: &Pair,
    open: &[PairId],
    passages: &[Passage<'_>],
) -> bool {
    let last = open
        .last()
        .and_then(|id| passages.get(id.scene)?.pairs.get(id.pair));
    last.is_some_and(|last| last.strokes == pair.strokes)
        && passage.prose.cut(0..pair.outer.start).trim().is_empty()
}

/// Whether a stretch could go on in the next passage: it ends its own, and with a whole sentence.
fn is_left_open(passage: &Passage<'_>, pair: &Pair) -> bool {
    let text = passage.prose.as_str();
    let rest = cut(text, pair.outer.end..text.len());
    let ends = cut(text, pair.inner.clone())
        .ends_with(['.', '!', '?', '…', ':', '—', '。', ')', ']', '\'', '’']);
    rest.trim().is_empty() && (ends || pair.strokes == Strokes::Framed)
}

/// Each part of what never closed is a stretch by itself; single marks were apostrophes.
fn give_up(open: &mut Vec<PairId>, passages: &[Passage<'_>], found: &mut Vec<Stretch>) {
    let is_double = |id: &PairId| {
        let pair = passages
            .get(id.scene)
            .and_then(|passage| passage.pairs.get(id.pair));
        pair.is_some_and(|pair| pair.strokes != Strokes::Single)
    };
    found.extend(open.drain(..).filter(is_double).map(|id| Stretch {
        first: id,
        last: id,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::chapter::Chapter;
    use crate::article::reading::passage::passages;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// How many passages each stretch runs over, with its first word.
    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let passages: Vec<_> = passages(&chapter).collect();
        let found: Vec<_> = stretches(&passages)
            .iter()
            .map(|stretch| {
                let words = passages
                    .get(stretch.first.scene)
                    .unwrap()
                    .quote(stretch.first.pair);
                (
                    stretch.last.scene - stretch.first.scene + 1,
                    words.split(' ').next().unwrap(),
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn each_paragraph_of_a_long_quote_opens_and_the_last_one_closes() {
        check(
            "He said: “One is here.\n“Two is here.\n“Three is here,” he said. “Four.”",
            &[(3, "One"), (1, "Four.")],
        );
        check("‘One is here.\n‘Two is here,’ he said.", &[(2, "One")]);
    }

    #[test]
    fn what_never_closes_ends_with_its_paragraph() {
        check(
            "“One is here.\n“Two is here.\nNothing.",
            &[(1, "One"), (1, "Two")],
        );
        check(
            "“One is here.\nNo mark, “two” here.",
            &[(1, "One"), (1, "two")],
        );
        check("“One is\n“Two is here.”", &[(1, "One"), (1, "Two")]);
        check("‘One is here.\nNo mark.", &[]);
    }
}
