//! Addresses in lines: cut where their parts meet, so that no name of a host is read as two, and what goes on looks as if it did.
//!
//! A line ends behind `/`, `:` and `@`, or before another sign, as the Chicago Manual of Style has it (7.46 in the 17th edition); anywhere only
//! where a part is longer than a line.

use std::ops::Range;

use crate::text::cluster::clusters;

/// The lines of an address of so many cells.
pub(super) fn lines(address: &str, width: usize) -> Vec<Range<usize>> {
    let (mut lines, mut start, mut used) = (Vec::new(), 0, 0);
    let mut best: Option<(usize, usize)> = None; // where the line may end, and the cells up to there
    for cluster in clusters(address) {
        if may_end(address, cluster.at) && cluster.at > start {
            best = Some((cluster.at, used));
        }
        if used + cluster.width > width && cluster.at > start {
            let (end, cells) = best.take().unwrap_or((cluster.at, used));
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

/// Whether two parts of an address meet at a byte.
fn may_end(address: &str, at: usize) -> bool {
    let before = crate::text::head(address, at).chars().next_back();
    let after = crate::text::tail(address, at).chars().next();
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let is_end = matches!(before, '/' | ':' | '@') && !matches!(after, '/' | ':');
    is_end
        || matches!(
            after,
            '.' | '-' | '_' | '~' | '?' | '#' | '&' | '=' | '%' | ',' | ';'
        )
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
            &["https://a.harbour", ".example.org/path?a", "=b"],
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
