//! Columns: words that stand under each other because somebody has set them so.

/// Spaces from which on a gap between words is wide: typists put two behind a sentence, and even lines have two anywhere.
const WIDE: usize = 3;

/// Cells from one tab stop to the next.
const TAB: usize = 8;

/// A gap between two words of a line, in characters from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Gap {
    /// Where the word behind it begins.
    end: usize,
    /// Where that word ends.
    word_end: usize,
    is_wide: bool,
}

/// The gaps of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gaps(Vec<Gap>);

impl Gaps {
    /// The gaps of a line.
    pub(super) fn of(line: &str) -> Self {
        let line = line.trim_end();
        if !line.contains("  ") && !line.contains('\t') {
            return Self::default();
        }
        let (mut gaps, mut col, mut blank) = (Vec::<Gap>::new(), 0, 0);
        let (mut before, mut is_behind_gap) = (' ', false);
        for c in line.chars() {
            match c {
                '\t' => blank += TAB - (col + blank) % TAB,
                ' ' => blank += 1,
                _ => {
                    if blank > 0 {
                        let is_gap = blank >= WIDE || blank == 2 && !ends_sentence(before);
                        is_behind_gap = is_gap && col > 0;
                        gaps.extend(is_behind_gap.then_some(Gap {
                            end: col + blank,
                            word_end: col + blank,
                            is_wide: blank >= WIDE,
                        }));
                    }
                    col += blank + 1;
                    if let Some(gap) = gaps.last_mut().filter(|_| is_behind_gap) {
                        gap.word_end = col;
                    }
                    (before, blank) = (c, 0);
                }
            }
        }
        Self(gaps)
    }

    /// Whether words stand under each other in two lines: they begin behind a gap in one column, or end in one. Of two lines of prose
    /// both have to have a wide gap there.
    pub(super) fn are_aligned(&self, below: &Self, is_prose: bool) -> bool {
        let counts = |gap: &&Gap| gap.is_wide || !is_prose;
        let borders: [fn(&Gap) -> usize; 2] = [|gap| gap.end, |gap| gap.word_end];
        borders.into_iter().any(|border| {
            let of = |gaps: &'_ Self| gaps.0.iter().filter(counts).map(border).collect::<Vec<_>>();
            have_common(&of(self), &of(below))
        })
    }
}

/// Whether two rising sequences have a number in common.
fn have_common(one: &[usize], other: &[usize]) -> bool {
    let mut other = other.iter().peekable();
    one.iter().any(|at| {
        while other.next_if(|it| *it < at).is_some() {}
        other.peek() == Some(&at)
    })
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '?' | '!' | ':' | '”' | '"' | '’' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(above: &str, below: &str, expected: bool) {
        assert_eq!(
            Gaps::of(above).are_aligned(&Gaps::of(below), false),
            expected,
            "{above}\n{below}"
        );
    }

    #[test]
    fn words_stand_under_each_other() {
        check("Year   Boats", "1998   12", true);
        check("Year   Boats", "2004      12", true);
        check("Year  Boats", "1998 12", false);
        check("pier\tdeep", "boat    flat", true);
        check("He came.  They", "went on.  Then", false);
        check("a   b", "ab   c", false);
        check("    a b", "    c d", false);
        check("total 12", "", false);
    }

    #[test]
    fn many_gaps_take_no_longer_than_few() {
        let gaps = |before: &str| Gaps::of(&format!("{before}{}", "a       ".repeat(200_000)));
        assert!(!gaps("").are_aligned(&gaps("bbb "), false)); // the square of which would take minutes
        assert!(gaps("").are_aligned(&gaps("b       "), false));
    }

    #[test]
    fn even_lines_are_no_columns() {
        let (one, other) = (Gaps::of("the  pier is"), Gaps::of("and  so on"));
        assert!(one.are_aligned(&other, false) && !one.are_aligned(&other, true));
    }
}
