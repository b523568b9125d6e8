//! Labels: what Markdown defines in one place and uses in another.
//!
//! `[this][that]` is a link only when `[that]:` stands somewhere in the text, maybe in another part; of two definitions the first holds.
//! So a part remembers what it wants, and is read again behind a preamble of definitions where another part has them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use memchr::memmem;

use crate::text::span::Span;

/// The labels of a part.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    /// The links that it defines, each with its target.
    links: Vec<(Box<str>, Box<str>)>,
    /// The footnotes that it defines.
    notes: Vec<Box<str>>,
    /// Links that it uses, and does not define.
    wanted: Vec<Box<str>>,
    /// Footnotes that it may use.
    wanted_notes: Vec<Box<str>>,
    /// The definitions that the part was read behind.
    preamble: String,
    /// Where the last of its definitions ends, in the text that was read.
    end: u32,
}

/// The longest label, in bytes. CommonMark allows 999 characters.
const LONGEST: usize = 4 * 999;

/// What ends a preamble: nothing that follows it can belong to the last footnote then.
const END: &str = "\n<!-- -->\n\n";

impl Labels {
    pub(super) fn define_link(&mut self, label: &str, target: &str, span: Span) {
        self.end = self.end.max(span.end);
        self.links.push((label.into(), target.into()));
    }

    pub(super) fn define_note(&mut self, label: &str, span: Span) {
        self.end = self.end.max(span.end);
        self.notes.push(label.into());
    }

    /// Where the last definition ends, in the text that was read.
    pub(super) fn end(&self) -> u32 {
        self.end
    }

    /// The definitions that the part was read behind.
    pub(super) fn preamble(&self) -> &str {
        &self.preamble
    }

    /// The same labels, of a part that was read behind `preamble`.
    pub(super) fn behind(self, preamble: String) -> Self {
        Self { preamble, ..self }
    }

    pub(super) fn want(&mut self, labels: Vec<String>) {
        self.wanted = labels.into_iter().map(String::into_boxed_str).collect();
    }

    /// Notes what in `text` may refer to a footnote.
    pub(super) fn want_notes(&mut self, text: &str) {
        for at in memmem::find_iter(text.as_bytes(), "[^") {
            let rest = crate::text::head(crate::text::tail(text, at + 2), LONGEST);
            if let Some((label, _)) = rest.split_once([']', '\n'])
                && !self
                    .wanted_notes
                    .iter()
                    .rev()
                    .take(8)
                    .any(|known| **known == *label)
            {
                self.wanted_notes.push(label.into());
            }
        }
    }
}

/// What the parts of a text define.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    /// By the folded label: the label as written, and its target.
    links: HashMap<String, (Box<str>, Box<str>)>,
    notes: HashMap<String, Box<str>>,
}

impl Definitions {
    /// Adds what a part defines, unless a part before it has.
    pub(super) fn add(&mut self, labels: &Labels) {
        for (label, target) in &labels.links {
            let definition = || (label.clone(), target.clone());
            self.links.entry(fold(label)).or_insert_with(definition);
        }
        for label in &labels.notes {
            self.notes
                .entry(fold(label))
                .or_insert_with(|| label.clone());
        }
    }

    /// What has to be read before a part with these labels: the definitions that it lacks, and those that hold before its own.
    pub(super) fn preamble(&self, labels: &Labels) -> String {
        let own: BTreeMap<_, _> = labels
            .links
            .iter()
            .map(|(label, target)| (fold(label), target))
            .collect();
        let wanted: BTreeSet<_> = labels.wanted.iter().map(|label| fold(label)).collect();
        let own_notes: BTreeSet<_> = labels.notes.iter().map(|label| fold(label)).collect();
        let notes: BTreeSet<_> = labels
            .wanted_notes
            .iter()
            .map(|label| fold(label))
            .collect();
        let mut preamble = String::new();
        for label in wanted.iter().chain(own.keys()) {
            if let Some((label, target)) = self.links.get(label)
                && own.get(&fold(label)) != Some(&target)
            {
                write_link(&mut preamble, label, target);
            }
        }
        for label in notes.difference(&own_notes) {
            if let Some(label) = self.notes.get(label) {
                let _ = write!(preamble, "\n[^{label}]: -\n"); // strings take everything
            }
        }
        if !preamble.is_empty() {
            preamble.push_str(END);
        }
        preamble
    }
}

fn write_link(preamble: &mut String, label: &str, target: &str) {
    let mut escaped = String::with_capacity(target.len());
    for c in target.chars() {
        if matches!(c, '<' | '>' | '\\' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    let _ = writeln!(preamble, "[{label}]: <{escaped}>"); // strings take everything
}

/// Labels match without regard to case and to the kind of white space. Too generous here would only cost time.
fn fold(label: &str) -> String {
    let words: Vec<_> = label.split_whitespace().collect();
    words.join(" ").to_uppercase().to_lowercase()
}
