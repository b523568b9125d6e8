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
