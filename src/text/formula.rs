//! Formulas as TeX writes them between dollar signs, told from prices.

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

/// The longest formula that is looked for, in bytes.
const LONGEST: usize = 1000;

/// Whether a text has a formula between dollar signs anywhere: between two, or between two pairs. The signs stand close to it.
///
/// ```
/// use sidenote::text::formula::is_in;
/// assert!(is_in("From $5 to $a_1$."));
/// assert!(!is_in("From $5 to $6, or 7$."));
/// ```
pub fn is_in(text: &str) -> bool {
    let mut signs = memchr::memchr_iter(b'$', text.as_bytes());
    let mut above = signs.next();
    signs.any(|at| {
        let start = above.replace(at).unwrap_or(at) + 1;
        let between = crate::text::cut(text, start..at);
        let is_followed = crate::text::tail(text, at + 1).starts_with(|c: char| c.is_ascii_digit());
        let is_close = between.len() <= LONGEST && between.trim() == between && !is_followed;
        let is_pair = start == at;
        // A quotation marks each of its lines.
        is_pair || is_close && is_formula(&between.replace("\n>", "\n"))
    })
}
