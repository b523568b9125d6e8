//! Offices: how many people are a senator.

use std::collections::HashMap;

use crate::article::reading::people::People;

/// How many people have each word in what the article says that they are, those who were it left out.
pub(super) struct Offices(HashMap<Vec<u8>, u32>);

impl Offices {
    /// Counts what the article says of everybody.
    pub(super) fn of(people: &People<'_>) -> Self {
        let mut counts = HashMap::new();
        for figure in people.figures() {
            let roles = figure.roles().filter(|role| !is_former(role));
            let mut known: Vec<_> = roles
                .flat_map(words)
                .map(<[u8]>::to_ascii_lowercase)
                .collect();
            known.sort_unstable();
            known.dedup();
            for word in known {
                *counts.entry(word).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// How many have the office.
    pub(super) fn count(&self, head: &str) -> u32 {
        let count = self.0.get(&head.as_bytes().to_ascii_lowercase());
        count.copied().unwrap_or(0)
    }
}

/// The words of what somebody is.
pub(super) fn words(role: &str) -> impl Iterator<Item = &[u8]> {
    let is_border = |byte: &u8| matches!(byte, b' ' | b',' | b'-');
    role.as_bytes().split(is_border)
}

/// Whether somebody had an office and has it no more.
fn is_former(role: &str) -> bool {
    let first = words(role).next().unwrap_or_default();
    ["former", "ex", "late", "then"]
        .iter()
        .any(|word| first.eq_ignore_ascii_case(word.as_bytes()))
}
