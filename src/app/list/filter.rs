//! The filter of the list: only what fits the words that were typed is listed.

use std::ops::Range;

use super::rows;
use crate::app::article::Article;
use crate::text::fold::{Case, Folded};

/// Bytes that are looked at between two looks at the keyboard: about a millisecond.
const SLICE: usize = 64 * 1024;

/// What looking at an item costs on top of its words, in bytes.
const EACH: usize = 100;

/// What was typed, and the items that fit it.
#[derive(Clone, Debug)]
pub struct Filter {
    typed: String,
    /// The words of it, folded. All of them must be there.
    words: Vec<String>,
    /// Whether capitals matter.
    case: Case,
    /// The items that fit, in order.
    fitting: Vec<usize>,
    /// How many items have been looked at.
    at: usize,
    /// How often the items had been numbered then.
    numbering: u32,
}

impl Filter {
    /// The filter for what was typed; none where that is nothing. A capital in it means that case matters.
    pub fn new(typed: &str) -> Option<Self> {
        let case = Case::of(typed);
        let fold = |word| Folded::new(word, case).as_str().to_owned();
        let words: Vec<_> = typed.split_whitespace().map(fold).collect();
        let is_empty = words.iter().all(String::is_empty);
        (!is_empty).then(|| Self {
            typed: typed.trim().to_owned(),
            words,
            case,
            fitting: Vec::new(),
            at: 0,
            numbering: 0,
        })
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether an item fits, as far as is known.
    pub fn has(&self, item: usize) -> bool {
        self.fitting.binary_search(&item).is_ok()
    }

    /// The first item that fits from this one on.
    pub(super) fn from(&self, item: usize) -> Option<usize> {
        let at = self.fitting.partition_point(|&it| it < item);
        self.fitting.get(at).copied()
    }

    /// The last item that fits before this one.
    pub(super) fn before(&self, item: usize) -> Option<usize> {
        let behind = self.fitting.partition_point(|&it| it < item);
        self.fitting.get(behind.checked_sub(1)?).copied()
    }

    /// The items of a range that fit.
    pub(super) fn within(&self, range: Range<usize>) -> &[usize] {
        let [start, end] =
            [range.start, range.end].map(|border| self.fitting.partition_point(|&it| it < border));
        self.fitting.get(start..end).unwrap_or_default()
    }

    /// Whether there are items that have not been looked at.
    pub fn has_work(&self, article: &Article) -> bool {
        self.numbering != article.numbering() || self.at < article.items().len()
    }

    /// Looks at items for a moment.
    pub fn advance(&mut self, article: &Article) {
        if self.numbering != article.numbering() {
            self.begin(article);
        }
        let mut left = SLICE;
        while let Some(item) = article.items().get(self.at).filter(|_| left > 0) {
            let words = article.document.visible(item.span);
            let text = format!("{words} {}", rows::detail(article, item));
            left = left.saturating_sub(text.len() + EACH);
            if self.fits(&text) {
                self.fitting.push(self.at);
            }
            self.at += 1;
        }
    }

    /// Looks at all items anew.
    pub(super) fn begin(&mut self, article: &Article) {
        self.fitting.clear();
        self.at = 0;
        self.numbering = article.numbering();
    }

    fn fits(&self, text: &str) -> bool {
        let folded = Folded::new(text, self.case);
        let has = |word: &String| folded.as_str().contains(word.as_str());
        self.words.iter().all(has)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, text: &str, expected: bool) {
        let filter = Filter::new(typed);
        assert_eq!(filter.is_none_or(|it| it.fits(text)), expected, "{typed}");
    }

    #[test]
    fn all_words_must_be_there_in_whatever_order() {
        let text = "“We don’t sail,” José Lee · said · full quote";
        check("", text, true);
        check("  ", text, true);
        check("sail", text, true);
        check("jose don't", text, true);
        check("Jose", text, true);
        check("Sail", text, false);
        check("sail mend", text, false);
    }
}
