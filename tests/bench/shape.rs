//! Shapes of text that could cost the detectors more than their length says.

use std::fmt::Write;

use crate::news::news;

/// A kind of text.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    /// How much of it is measured.
    pub(crate) bytes: usize,
    /// Makes about so many bytes of it.
    pub(crate) text: fn(usize) -> String,
}

/// A kind of text by its name, how much of it is measured, and what makes it.
pub(crate) const fn shape(name: &'static str, bytes: usize, text: fn(usize) -> String) -> Shape {
    Shape { name, bytes, text }
}

/// All shapes.
pub(crate) const HOSTILE: &[Shape] = &[
    shape("one paragraph of news", 20_000_000, |bytes| {
        news(bytes).replace("\n\n", " ")
    }),
    shape("a million curly marks", 4_500_000, |bytes| {
        repeat("“a” ", bytes)
    }),
    shape("a million straight marks", 2_000_000, |bytes| {
        repeat("\"a\" ", bytes)
    }),
    shape("a million single marks", 2_000_000, |bytes| {
        repeat("'a' ", bytes)
    }),
    shape("a million that only open", 5_000_000, |bytes| {
        repeat("“a ", bytes)
    }),
    shape("a million that open lines", 8_000_000, |bytes| {
        repeat("“Go.\n\n", bytes)
    }),
    shape("marks in marks", 6_000_000, nested),
    shape("100,000 names", 2_700_000, |bytes| {
        named(bytes, |name| format!("Ann {name} said “no.” "))
    }),
    shape("100,000 of one surname", 2_700_000, |bytes| {
        named(bytes, |name| format!("{name} Lee said “no.” "))
    }),
    shape("100,000 who promise", 4_000_000, |bytes| {
        named(bytes, |name| {
            format!("{name} promised to pay, and we will. ")
        })
    }),
    shape("she and he", 5_000_000, |bytes| {
        repeat(
            "Ann Lee met Bob Lee, who said “no” to her, and she told him so. ",
            bytes,
        )
    }),
    shape("quotes again and again", 5_000_000, |bytes| {
        repeat("Ann Lee called it “a mess of a plan.” ", bytes)
    }),
    shape("one word", 10_000_000, |bytes| repeat("a", bytes)),
    shape("names without end", 5_000_000, |bytes| {
        repeat("Lee ", bytes)
    }),
    shape("commas", 5_000_000, |bytes| repeat("Lee, ", bytes)),
    shape("initials", 3_000_000, |bytes| repeat("A. ", bytes)),
];

fn repeat(words: &str, bytes: usize) -> String {
    words.repeat(bytes / words.len())
}

/// A sentence for each of as many different names as fit.
fn named(bytes: usize, sentence: impl Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(bytes);
    let mut name = String::new();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        name.clear();
        let letters = ["b", "d", "f", "g", "k", "l", "m", "n", "r", "s"];
        _ = write!(name, "B");
        let mut rest: usize = number;
        for _ in 0..6 {
            name.push('a');
            name.push_str(letters[rest % 10]);
            rest /= 10;
        }
        text.push_str(&sentence(&name));
    }
    text
}

/// Marks that open as deep as half of the text, and close.
fn nested(bytes: usize) -> String {
    let depth = bytes / "“a ‘b c’ d” ".len() / 2;
    "“a ‘b ".repeat(depth) + &"c’ d” ".repeat(depth)
}
