//! Differences: which tokens of an old sequence are still there in a new one, in their order.
//!
//! Tokens that stand once in both lead the way, as in the patience diff of Bram Cohen: the longest row of them that has kept its order
//! is kept, and between two of them the same is done again. So what is found reads well, and no input takes longer than
//! its length times a small number: the longest common sequence, which takes the square of it, is not looked for.

use std::collections::HashMap;
use std::ops::Range;

/// Tokens that follow each other in both sequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The first of them in the old sequence.
    pub old: usize,
    /// The first of them in the new one.
    pub new: usize,
    /// How many there are.
    pub len: usize,
}

/// How often it is looked for tokens that stand once between others.
const DEPTH: usize = 8;

/// What the two sequences have in common, in order, joined where it can be.
///
/// ```
/// use sidenote::text::diff::{Match, matches};
///
/// let found = matches(&[1, 2, 3, 4], &[1, 3, 4, 5]);
/// assert_eq!(found, [Match { old: 0, new: 0, len: 1 }, Match { old: 2, new: 1, len: 2 }]);
/// ```
pub fn matches(old: &[u32], new: &[u32]) -> Vec<Match> {
    let mut found = Vec::new();
    let mut waiting = vec![Step::Compare(Region {
        old: 0..old.len(),
        new: 0..new.len(),
        depth: 0,
    })];
    while let Some(step) = waiting.pop() {
        match step {
            Step::Keep(kept) => keep(&mut found, kept),
            Step::Compare(region) => region.compare(old, new, &mut found, &mut waiting),
        }
    }
    found
}

/// What stands between matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Tokens of the old sequence that are gone.
    pub old: Range<usize>,
    /// Tokens that are new.
    pub new: Range<usize>,
}

/// What is not the same of two sequences of these lengths, in order.
pub fn gaps(matches: &[Match], old_len: usize, new_len: usize) -> impl Iterator<Item = Gap> {
    let end = Match {
        old: old_len,
        new: new_len,
        len: 0,
    };
    let (mut old_at, mut new_at) = (0, 0);
    matches
        .iter()
        .copied()
        .chain([end])
        .filter_map(move |same| {
            let gap = Gap {
                old: old_at..same.old,
                new: new_at..same.new,
            };
            (old_at, new_at) = (same.old + same.len, same.new + same.len);
            (!gap.old.is_empty() || !gap.new.is_empty()).then_some(gap)
        })
}

/// What is left to do, the first of it last.
enum Step {
    Keep(Match),
    Compare(Region),
}

/// Stretches of both sequences between tokens that are the same.
struct Region {
    old: Range<usize>,
    new: Range<usize>,
    depth: usize,
}

impl Region {
    /// Keeps what both begin with, and leaves what both end with and what lies between for later.
    fn compare(
        mut self,
        old: &[u32],
        new: &[u32],
        found: &mut Vec<Match>,
        waiting: &mut Vec<Step>,
    ) {
        let pairs = || old[self.old.clone()].iter().zip(&new[self.new.clone()]);
        let head = pairs().take_while(|(a, b)| a == b).count();
        keep(found, self.at_start(head));
        self.old.start += head;
        self.new.start += head;
        let ends = old[self.old.clone()].iter().rev();
        let ends = ends.zip(new[self.new.clone()].iter().rev());
        let tail = ends.take_while(|(a, b)| a == b).count();
        self.old.end -= tail;
        self.new.end -= tail;
        waiting.push(Step::Keep(Match {
            old: self.old.end,
            new: self.new.end,
            len: tail,
        }));
        if !self.old.is_empty() && !self.new.is_empty() && self.depth < DEPTH {
            self.divide(old, new, waiting);
        }
    }

    fn at_start(&self, len: usize) -> Match {
        Match {
            old: self.old.start,
            new: self.new.start,
            len,
        }
    }

    /// Divides it at the tokens that lead the way.
    fn divide(&self, old: &[u32], new: &[u32], waiting: &mut Vec<Step>) {
        let pairs = longest_rise(&self.pairs(old, new));
        if pairs.is_empty() {
            return;
        }
        let (mut before_old, mut before_new) = (self.old.start, self.new.start);
        let mut steps = Vec::with_capacity(2 * pairs.len() + 1);
        let between = |old, new| {
            Step::Compare(Self {
                old,
                new,
                depth: self.depth + 1,
            })
        };
        for (at_old, at_new) in pairs {
            steps.push(between(before_old..at_old, before_new..at_new));
            steps.push(Step::Keep(Match {
                old: at_old,
                new: at_new,
                len: 1,
            }));
            (before_old, before_new) = (at_old + 1, at_new + 1);
        }
        steps.push(between(before_old..self.old.end, before_new..self.new.end));
        waiting.extend(steps.into_iter().rev());
    }

    /// The tokens that stand once in both stretches; where there is none, those that stand equally often, each with its counterpart. In
    /// the order of the old sequence.
    fn pairs(&self, old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
        let mut places: HashMap<u32, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for at in self.old.clone() {
            places.entry(old[at]).or_default().0.push(at);
        }
        for at in self.new.clone() {
            if let Some((_, there)) = places.get_mut(&new[at]) {
                there.push(at);
            }
        }
        let mut pairs: Vec<_> = places
            .values()
            .filter(|(here, there)| here.len() == 1 && there.len() == 1)
            .map(|(here, there)| (here[0], there[0]))
            .collect();
        if pairs.is_empty() {
            let equal = places.values();
            let equal = equal.filter(|(here, there)| here.len() == there.len());
            pairs = equal
                .flat_map(|(here, there)| here.iter().copied().zip(there.iter().copied()))
                .collect();
        }
        pairs.sort_unstable();
        pairs
    }
}

/// Adds a match, to the last one where it goes on with it.
fn keep(found: &mut Vec<Match>, kept: Match) {
    match found.last_mut() {
        _ if kept.len == 0 => {}
        Some(last) if last.old + last.len == kept.old && last.new + last.len == kept.new => {
            last.len += kept.len;
        }
        _ => found.push(kept),
    }
}

/// The longest row of pairs that rises in its second members too; the first ones do. Its length times the logarithm of it.
fn longest_rise(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length, the pair with the lowest end of a row of that length; for each pair, the one before it in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, &(_, new)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < new);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut rise: Vec<_> = std::iter::successors(ends.last().copied(), |&at| before[at])
        .map(|at| pairs[at])
        .collect();
    rise.reverse();
    rise
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is kept of the letters of one word in another, with `|` between matches.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let tokens = |text: &str| text.chars().map(u32::from).collect::<Vec<_>>();
        let kept: Vec<String> = matches(&tokens(old), &tokens(new))
            .into_iter()
            .map(|it| old.chars().skip(it.old).take(it.len).collect())
            .collect();
        assert_eq!(kept.join("|"), expected, "{old} {new}");
    }

    #[test]
    fn what_is_the_same_is_kept_in_its_order() {
        check("abcdef", "abcdef", "abcdef");
        check("abcdef", "abxdef", "ab|def");
        check("abcdef", "axcyef", "a|c|ef");
        check("abc", "xyz", "");
        check("", "abc", "");
    }

    #[test]
    fn what_has_moved_is_kept_once() {
        check("abcdeX", "Xabcde", "abcde");
        check("abXYZ", "XYZab", "XYZ");
    }

    #[test]
    fn what_stands_often_is_paired_in_order() {
        check("aab.aab", "xaaybaab", "aa|b|aab");
        check("x1a1x", "y1b1y", "1|1");
    }

    #[test]
    fn a_long_sequence_of_few_tokens_takes_no_time() {
        let old: Vec<u32> = (0..300_000).map(|at| at % 3).collect();
        let new: Vec<u32> = (0..300_000).map(|at| at * 7 % 5 % 3).collect();
        let kept: usize = matches(&old, &new).iter().map(|it| it.len).sum();
        assert!(kept <= old.len());
    }

    proptest! {
        #[test]
        fn matches_are_true_and_rise(old in prop::collection::vec(0u32..12, 0..60), new in prop::collection::vec(0u32..12, 0..60)) {
            let (mut old_end, mut new_end) = (0, 0);
            for it in matches(&old, &new) {
                prop_assert!(it.old >= old_end && it.new >= new_end && it.len > 0);
                (old_end, new_end) = (it.old + it.len, it.new + it.len);
                prop_assert_eq!(&old[it.old..old_end], &new[it.new..new_end]);
            }
        }

        #[test]
        fn a_sequence_is_the_same_as_itself(all in prop::collection::vec(0u32..5, 1..60)) {
            prop_assert_eq!(matches(&all, &all), [Match { old: 0, new: 0, len: all.len() }]);
        }
    }
}
