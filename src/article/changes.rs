//! Changes: what is new, gone or different in an article since it was read before.
//!
//! 1. `version` makes tokens of the paragraphs of both versions, and words of those that are not the same.
//! 2. `paragraphs` goes through what the versions have [in common](crate::text::diff): a paragraph that has kept most of its words is
//!    a changed one, with the words that are new in it; [ties] lead from each place of the old text to the same one of the new.
//! 3. `moved` finds what is gone at one place and new at another.
//! 4. `items` compares the quotes and guarantees that stand at the same place by these ties.
//!
//! All of it is linear in both versions, but for a logarithm, and nothing in it knows of a screen.

mod change;
mod items;
mod moved;
mod paragraphs;
pub mod ties;
mod version;

use super::Annotations;
use super::section::Outline;
use crate::doc::Document;
use crate::doc::block::BlockId;
use ties::Ties;

pub use change::{Change, ChangeKind, Subject};

/// What two versions of an article have to do with each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Where each place of the old text is in the new one.
    pub ties: Ties,
    /// What is not the same.
    pub changes: Changes,
}

/// What is not the same any more, in the order of the new text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(Vec<Change>);

impl Changes {
    /// The changes in the order of the new text.
    pub fn new(mut changes: Vec<Change>) -> Self {
        changes.sort_by_key(|it| (it.block, it.span.start, it.subject, it.kind));
        Self(changes)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<&Change> {
        self.0.get(index)
    }

    /// The first one at the byte `at` of the new text or behind it.
    pub fn index_at(&self, at: u32) -> usize {
        self.0.partition_point(|it| it.span.start < at)
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.0.iter()
    }

    /// What has changed at a block: itself, what is in it, and what is gone before it.
    pub fn at(&self, block: BlockId) -> impl Iterator<Item = &Change> {
        let first = self.0.partition_point(|it| it.block < block);
        let from = self.0.get(first..).unwrap_or_default();
        from.iter().take_while(move |it| it.block == block)
    }

    /// What has happened to a block itself: added, changed or moved.
    pub fn of_block(&self, block: BlockId) -> Option<&Change> {
        self.at(block)
            .find(|it| it.subject.is_block() && it.kind != ChangeKind::Removed)
    }

    /// Whether a block is gone from before this one, or from behind it: whichever begins or ends at the byte `at`.
    pub fn is_gap(&self, block: BlockId, at: u32) -> bool {
        let is_gone = |it: &Change| it.subject.is_block() && it.kind == ChangeKind::Removed;
        self.at(block).any(|it| is_gone(it) && it.span.start == at)
    }

    /// How much of what has happened, in words: `2 paragraphs changed, 1 added · 1 quote gone`.
    pub fn summary(&self) -> String {
        let subjects = [
            Subject::Heading,
            Subject::Paragraph,
            Subject::Quote,
            Subject::Guarantee,
        ];
        let kinds = [
            ChangeKind::Changed,
            ChangeKind::Moved,
            ChangeKind::Removed,
            ChangeKind::Added,
        ];
        let count = |subject, kind| {
            let is_such = |it: &&Change| (it.subject, it.kind) == (subject, kind);
            self.0.iter().filter(is_such).count()
        };
        let told = subjects.into_iter().filter_map(|subject| {
            let counts = kinds.map(|kind| (count(subject, kind), kind));
            let mut some = counts.into_iter().filter(|(count, _)| *count > 0);
            let (first, kind) = some.next()?;
            let plural = if first == 1 { "" } else { "s" };
            let told = format!("{first} {}{plural} {}", subject.name(), kind.name());
            Some(some.fold(told, |told, (count, kind)| {
                format!("{told}, {count} {}", kind.name())
            }))
        });
        told.collect::<Vec<_>>().join(" · ")
    }
}

/// A version of an article.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// Its text.
    pub document: &'a Document,
    /// Its sections.
    pub outline: &'a Outline,
    /// What was found in it.
    pub annotations: &'a Annotations,
}

/// Compares two versions of an article.
pub fn compare(old: Version<'_>, new: Version<'_>) -> Comparison {
    let (ties, changes) = paragraphs::compare(old, new);
    let mut changes = moved::joined(changes, new.document);
    changes.extend(items::compare(old, new, &ties));
    Comparison {
        ties,
        changes: Changes::new(changes),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::annotate;
    use crate::doc::format::Format;

    fn compared(old: &str, new: &str) -> (Document, Document, Comparison) {
        let read = |text: &str| Document::read(text.to_owned(), Format::Markdown);
        let (old, new) = (read(old), read(new));
        let found = |document: &Document| {
            let outline = Outline::of(document);
            (annotate(document, &outline), outline)
        };
        let (old_found, new_found) = (found(&old), found(&new));
        let comparison = compare(
            Version {
                document: &old,
                outline: &old_found.1,
                annotations: &old_found.0,
            },
            Version {
                document: &new,
                outline: &new_found.1,
                annotations: &new_found.0,
            },
        );
        (old, new, comparison)
    }

    /// The changes, one a line: `~ paragraph -gone words +new words (notes)`.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        let (_, new, comparison) = compared(old, new);
        let told: Vec<_> = comparison
            .changes
            .iter()
            .map(|it| {
                let words = it.words.iter().map(|&span| new.slice(span));
                let words = words.collect::<Vec<_>>().join(" … ");
                let notes = it.notes.join(", ");
                let line = format!(
                    "{} {} -{} +{words} ({notes})",
                    it.kind.sign(),
                    it.subject.name(),
                    it.gone
                );
                line.replace(" ()", "")
                    .replace(" + (", " (")
                    .replace(" - ", " ")
                    .trim_end_matches(" +")
                    .to_owned()
            })
            .collect();
        assert_eq!(told, expected, "{old} → {new:?}");
    }

    #[test]
    fn paragraphs_come_go_and_change() {
        let old = "# Harbour\n\nOne ferry sails at dawn.\n\nTwo sail at night.\n\nNobody swims.";
        check(old, old, &[]);
        check(
            old,
            "# Harbour\n\nOne ferry sails at dawn.\n\nNobody swims.",
            &["- paragraph -Two sail at night."],
        );
        check(
            old,
            "# Harbour\n\nOne ferry sails at noon.\n\nTwo sail at night.\n\nThe pier is shut.\n\nNobody swims.",
            &["~ paragraph -dawn +noon", "+ paragraph +The pier is shut."],
        );
        check(
            old,
            &old.replace("Harbour", "The harbour"),
            &["~ heading -Harbour +The harbour"],
        );
    }

    #[test]
    fn marks_count_and_markup_does_not() {
        check("Sail, at *dawn*.", "Sail, at dawn.", &[]);
        check(
            "Sail, at dawn.",
            "Sail at dawn!",
            &["~ paragraph -, … . +!"],
        );
    }

    #[test]
    fn quotes_and_guarantees_are_told_apart_from_their_paragraphs() {
        let old = "Ann Lee said: “We will sell the harbour.” Then she left.\n\nThe mayor promised to repair the pier by May.";
        check(
            old,
            &old.replace("sell the harbour", "never sell the harbour"),
            &["~ paragraph +never", "~ quote +never", "~ guarantee +never"],
        );
        check(
            old,
            &old.replace("Ann Lee", "Bo Kim"),
            &[
                "~ paragraph -Ann Lee +Bo Kim",
                "~ quote (Ann Lee → Bo Kim)",
                "~ guarantee (Ann Lee → Bo Kim)",
            ],
        );
        check(
            old,
            "Then she left.\n\nThe mayor promised to repair the pier by May.",
            &[
                "- paragraph -Ann Lee said: “We will sell the harbour.” Then she left.",
                "+ paragraph +Then she left.",
                "- quote -We will sell the harbour.",
                "- guarantee -We will sell the harbour",
            ],
        );
    }

    #[test]
    fn what_has_moved_has_not_changed_what_is_said() {
        let (quote, other) = ("Ann Lee said: “We will sell.”", "The ferry sails at dawn.");
        let (_, _, comparison) = compared(
            &format!("{quote}\n\n{other}\n\nA third one."),
            &format!("{other}\n\nA third one.\n\n{quote}"),
        );
        assert!(comparison.changes.iter().all(|it| it.subject.is_block()));
    }

    #[test]
    fn a_paragraph_that_stands_elsewhere_has_moved() {
        let (one, two, three) = (
            "One ferry sails at dawn.",
            "Two sail at night.",
            "Nobody swims.",
        );
        let text = |parts: &[&str]| parts.join("\n\n");
        check(
            &text(&[one, two, three, "Then it rains."]),
            &text(&[two, three, one, "Then it rains."]),
            &["> paragraph"],
        );
        check(
            &text(&[one, one, two, three]),
            &text(&[two, three, one]),
            &["- paragraph -One ferry sails at dawn.", "> paragraph"],
        );
    }

    #[test]
    fn the_summary_counts() {
        let (_, _, comparison) =
            compared("One.\n\nTwo is here.\n\nThree.", "Two was here.\n\nThree.");
        let summary = comparison.changes.summary();
        assert_eq!(summary, "1 paragraph changed, 1 gone");
        assert_eq!(Changes::default().summary(), "");
    }

    fn texts() -> impl Strategy<Value = String> {
        let part = prop::sample::select(vec![
            "One ferry sails. ",
            "Two sail at night. ",
            "# Why?\n\n",
            "\n\n",
            "- an item\n",
            "é&amp;ü ",
            "**bold** ",
            "Ann Lee said: “We will sell.” ",
            "The mayor promised to pay. ",
            "| a | b |\n|---|---|\n| c | d |\n\n",
            "```\ncode\n```\n",
            "x ",
        ]);
        prop::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_is_the_same_as_itself(text in texts()) {
            let (document, _, comparison) = compared(&text, &text);
            prop_assert!(comparison.changes.is_empty());
            for id in document.ids() {
                let span = document.block(id).unwrap().span;
                for at in span.range().chain([span.end as usize]) {
                    let at = crate::text::num::offset(at);
                    prop_assert_eq!(comparison.ties.follow(at), at);
                }
            }
        }

        #[test]
        fn places_keep_their_order_and_stay_in_the_text(old in texts(), new in texts()) {
            let (old, new, comparison) = compared(&old, &new);
            let mut last = 0;
            for at in 0..=old.bytes() {
                let there = comparison.ties.follow(at);
                prop_assert!(there >= last && there <= new.bytes());
                last = there;
            }
            for change in comparison.changes.iter() {
                prop_assert!(change.span.end <= new.bytes());
                prop_assert!(change.words.iter().all(|word| !new.slice(*word).is_empty()));
            }
        }
    }
}
