//! Addresses in lines: cut where their parts meet, so that no name of a host is read as two, and what goes on looks as if it did.
//!
//! A line ends behind `/`, `:` and `@`, or before another sign, as the Chicago Manual of Style has it (7.46 in the 17th edition); anywhere only
//! where a part is longer than a line.

use std::ops::Range;

use crate::text::cluster::clusters;

/// How well an address is cut at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Joint {
    /// Before a sign, within a part.
    Fair,
    /// Between two parts.
    Good,
}

/// The lines of an address of so many cells: cut where it is best in the second half of a line, or else at its last joint.
pub(super) fn lines(address: &str, width: usize) -> Vec<Range<usize>> {
    let (mut lines, mut start, mut used) = (Vec::new(), 0, 0);
    let mut best: Option<(Joint, usize, usize)> = None; // with the place, and the cells up to there
    for cluster in clusters(address) {
        let joint = joint(address, cluster.at).filter(|_| cluster.at > start);
        let is_better = |joint: Joint| {
            best.is_none_or(|(before, _, cells)| joint >= before || cells * 2 < width)
        };
        if let Some(joint) = joint.filter(|&joint| is_better(joint)) {
            best = Some((joint, cluster.at, used));
        }
        if used + cluster.width > width && cluster.at > start {
            let (_, end, cells) = best.take().unwrap_or((Joint::Fair, cluster.at, used));
            lines.push(start..end);
            (start, used) = (end, used - cells);
        }
        used += cluster.width;
    }
    if start < address.len() {
        lines.push(start..address.len());
    }
    lines
}

/// How two parts of an address meet at a byte.
fn joint(address: &str, at: usize) -> Option<Joint> {
    let before = crate::text::head(address, at).chars().next_back()?;
    let after = crate::text::tail(address, at).chars().next()?;
    match (before, after) {
        ('/' | ':' | '@', after) if !matches!(after, '/' | ':') => Some(Joint::Good),
        (_, '?' | '#' | '&') => Some(Joint::Good),
        (_, '.' | '-' | '_' | '~' | '=' | '%' | ',' | ';') => Some(Joint::Fair),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, width: usize, expected: &[&str]) {
        let shown = lines(address, width);
        let shown: Vec<_> = shown
            .into_iter()
            .map(|line| crate::text::cut(address, line))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn names_of_hosts_stay_whole() {
        check(
            "http://bank.example@evil.example/",
            24,
            &["http://bank.example@", "evil.example/"],
        );
        check(
            "https://a.harbour.example.org/path?a=b",
            20,
            &["https://a.harbour", ".example.org/path", "?a=b"],
        );
        check("https://a.example/", 40, &["https://a.example/"]);
    }

    #[test]
    fn what_is_longer_than_a_line_is_cut() {
        check("https://abcdefghij/", 8, &["https://", "abcdefgh", "ij/"]);
        check("abc", 1, &["a", "b", "c"]);
        check("路", 1, &["路"]);
        check("", 5, &[]);
    }
}
