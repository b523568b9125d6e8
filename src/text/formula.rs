//! Formulas as TeX writes them between dollar signs, told from prices, and between brackets with strokes before them, told from brackets alone.

use std::ops::Range;

/// The longest formula that is looked for where nobody says how long it may be, in bytes.
pub const LONGEST: usize = 1000;

/// Whether what stands between two dollar signs is a formula: it has a sign of mathematics, or is a single letter.
///
/// ```
/// use sidenote::text::formula::is_formula;
/// assert!(is_formula(r"\frac{a}{b}"));
/// assert!(is_formula("n"));
/// assert!(!is_formula("5 million, or 7 in US"));
/// ```
pub fn is_formula(between: &str) -> bool {
    let has_sign = between.contains(['\\', '^', '_', '=', '+', '<', '>']);
    let is_letter = between.len() == 1 && between.chars().all(char::is_alphabetic);
    has_sign || is_letter
}

/// The bytes of the formula in brackets that `text` begins with: `\(a + b\)` within a line, `\[a + b\]` apart. In Markdown, brackets alone are
/// written so as well, mostly square ones, which hold a number, a name or a few words.
///
/// ```
/// use sidenote::text::formula::bracketed;
/// assert_eq!(bracketed(r"\(a + b\) is more"), Some(9));
/// assert_eq!(bracketed(r"\[3\] is a note"), None);
/// ```
pub fn bracketed(text: &str) -> Option<usize> {
    let close = match text.get(..2)? {
        r"\(" => r"\)",
        r"\[" => r"\]",
        _ => return None,
    };
    let inside = crate::text::tail(crate::text::head(text, LONGEST), 2);
    let inside = crate::text::head(inside, inside.find(close)?);
    let is_command = |behind: &str| behind.starts_with(char::is_alphabetic);
    let has_sign = inside.split('\\').skip(1).any(is_command)
        || inside.contains(['^', '=', '+', '<', '>'])
        || inside.contains('_') && !inside.contains(r"\_");
    let is_letter = close == r"\)" && inside.len() == 1 && is_formula(inside);
    let is_one = (has_sign || is_letter) && !inside.contains("\n\n");
    is_one.then_some(inside.len() + 4)
}

/// Formulas in brackets of at most `longest` bytes.
pub fn in_brackets(text: &str, longest: usize) -> impl Iterator<Item = Range<usize>> {
    let formula = |at| Some(at..at + bracketed(crate::text::tail(text, at))?);
    memchr::memchr_iter(b'\\', text.as_bytes())
        .filter_map(formula)
        .filter(move |formula| formula.len() <= longest)
}

/// Formulas between dollar signs, of at most `longest` bytes, without the signs. Those stand close to it, as TeX's readers have agreed.
pub fn formulas(text: &str, longest: usize) -> impl Iterator<Item = Range<usize>> {
    let mut open: Option<usize> = None;
    memchr::memchr_iter(b'$', text.as_bytes()).filter_map(move |at| {
        let is_formula = |start: &usize| {
            let inside = crate::text::cut(text, *start..at);
            let after = crate::text::tail(text, at + 1);
            inside.len() <= longest
                && inside.trim() == inside
                && !after.starts_with(|c: char| c.is_ascii_digit())
                && is_formula(&inside.replace("\n>", "\n")) // a quotation marks each of its lines
        };
        let start = open.take().filter(is_formula);
        if start.is_none() {
            open = Some(at + 1);
        }
        start.map(|start| start..at)
    })
}

/// Whether a text has a formula anywhere: between dollar signs, or between two pairs of them.
///
/// ```
/// use sidenote::text::formula::is_in;
/// assert!(is_in("From $5 to $a_1$."));
/// assert!(!is_in("From $5 to $6, or 7$."));
/// ```
pub fn is_in(text: &str) -> bool {
    text.contains("$$") || formulas(text, LONGEST).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_stand_between_dollar_signs() {
        let formulas = |text| {
            let found = formulas(text, 20);
            found
                .map(|range| crate::text::cut(text, range))
                .collect::<Vec<_>>()
        };
        assert_eq!(formulas("so $a + b = c$ and $x$."), ["a + b = c", "x"]);
        assert_eq!(formulas("from $5 to $6, or US$ 7 = all"), [""; 0]);
        assert_eq!(formulas("$5 and $y^2$"), ["y^2"]);
        assert_eq!(formulas("$a = one that goes on and on$"), [""; 0]);
        assert_eq!(formulas("$5\n> and 7$"), [""; 0]);
    }

    #[test]
    fn formulas_stand_in_brackets() {
        let formulas = |text| {
            let found = in_brackets(text, 20);
            found
                .map(|range| crate::text::cut(text, range))
                .collect::<Vec<_>>()
        };
        assert_eq!(formulas(r"so \(x\) and \[\pi\]."), [r"\(x\)", r"\[\pi\]"]);
        for brackets in [
            r"\[x\] done, \[12\], \[a few words\], \[a\_name\], \(a few words\)",
            r"\(a + b, \[ and more",
            "\\(a +\n\nb\\)",
            r"\(a + b + c + d + e + f\)",
        ] {
            assert_eq!(formulas(brackets), [""; 0]);
        }
    }
}
