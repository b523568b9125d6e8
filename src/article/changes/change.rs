//! A change: something that is not the same in two versions of an article.

use crate::doc::block::BlockId;
use crate::text::span::Span;

/// Something that is not the same any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub subject: Subject,
    /// What happened to it.
    pub kind: ChangeKind,
    /// Where it stands in the new text; of what is gone, the empty span where it would stand.
    pub span: Span,
    /// The block that it stands in; of what is gone, the one that it would stand before, or behind at the end of a section.
    pub block: BlockId,
    /// The words that are new in it.
    pub words: Vec<Span>,
    /// Its words as they were; empty where nothing was.
    pub before: String,
    /// The words among them that are gone; all of it where nothing is left.
    pub gone: String,
    /// What else is different: who speaks, how firmly.
    pub notes: Vec<String>,
}

/// What can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A title or a heading.
    Heading,
    /// Any other block.
    Paragraph,
    /// A quote.
    Quote,
    /// A guarantee.
    Guarantee,
}

/// What can happen to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is gone.
    Removed,
    /// It is there and was not before.
    Added,
    /// It is there, and different.
    Changed,
    /// It is there, and stood elsewhere.
    Moved,
}

impl Change {
    /// The words that are new in it and reach into `span`.
    pub fn words_in(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        let first = self.words.partition_point(|word| word.end <= span.start);
        let near = self.words.iter().skip(first).copied();
        near.take_while(move |word| word.start < span.end)
    }

    /// What is there and was not before.
    pub(super) fn added(subject: Subject, block: BlockId, span: Span) -> Self {
        Self {
            subject,
            kind: ChangeKind::Added,
            span,
            block,
            words: vec![span],
            before: String::new(),
            gone: String::new(),
            notes: Vec::new(),
        }
    }

    /// What is gone from before `block`, at the byte `at`.
    pub(super) fn removed(subject: Subject, block: BlockId, at: u32, text: String) -> Self {
        Self {
            subject,
            kind: ChangeKind::Removed,
            span: Span::at(at),
            block,
            words: Vec::new(),
            gone: text.clone(),
            before: text,
            notes: Vec::new(),
        }
    }
}

impl Subject {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::Guarantee => "guarantee",
        }
    }

    /// Whether it is a block of its own, and not words in one.
    pub(super) fn is_block(self) -> bool {
        matches!(self, Self::Heading | Self::Paragraph)
    }
}

impl ChangeKind {
    /// The sign beside it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Removed => "-",
            Self::Added => "+",
            Self::Changed => "~",
            Self::Moved => ">",
        }
    }

    /// What has happened, as a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Removed => "gone",
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }
}
