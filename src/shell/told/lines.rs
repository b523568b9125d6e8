//! Lines as they are told.

use crate::layout::wrap_text;
use crate::text::cluster::printed;
use crate::text::cut;

/// Lines that are added to those that have been told.
pub(super) struct Lines {
    text: String,
    /// Cells of the terminal: words that it would cut are told on the next line.
    width: u16,
}

impl Lines {
    pub(super) fn new(width: u16) -> Self {
        Self {
            text: String::new(),
            width: width.max(1),
        }
    }

    /// Adds words, in as many lines as they take. Nothing is said by none.
    pub(super) fn say(&mut self, words: &str) {
        let words = words.trim();
        for range in wrap_text(words, self.width) {
            self.keep(cut(words, range));
        }
    }

    /// Adds a line as it stands, however long it is.
    pub(super) fn keep(&mut self, line: &str) {
        let line = printed(line.trim_end());
        if !line.is_empty() {
            self.text.push_str(&line);
            self.end();
        }
    }

    /// Adds a part of a line.
    pub(super) fn add(&mut self, part: &str) {
        self.text.push_str(&printed(part));
    }

    /// Ends a line.
    pub(super) fn end(&mut self) {
        self.text.push_str("\r\n");
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_cut_and_lines_that_are_kept_are_whole() {
        let mut lines = Lines::new(10);
        lines.say("The pier is\u{1b}[1m closed.");
        lines.say("  ");
        lines.keep("  let pier = closed;");
        let told = String::from_utf8(lines.into_bytes()).unwrap();
        assert_eq!(
            told,
            "The pier\r\nis␛[1m\r\nclosed.\r\n  let pier = closed;\r\n"
        );
    }
}
