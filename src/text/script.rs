//! Small signs above and below the line: `²` and `₂`, where Unicode has them.

/// Where small signs stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Above the line: powers, marks of notes.
    Above,
    /// Below it: indices.
    Below,
}

/// Signs that there are above and below the line.
const BOTH: &[(char, char, char)] = &[
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('−', '⁻', '₋'),
    ('=', '⁼', '₌'),
    ('(', '⁽', '₍'),
    (')', '⁾', '₎'),
    ('n', 'ⁿ', 'ₙ'),
    ('i', 'ⁱ', 'ᵢ'),
];

impl Script {
    /// That of an element of HTML.
    pub fn of(element: &str) -> Option<Self> {
        match element {
            "sup" => Some(Self::Above),
            "sub" => Some(Self::Below),
            _ => None,
        }
    }

    /// `text` in such signs; `None` where one of them is missing, as in `4th`.
    ///
    /// ```
    /// use sidenote::text::script::Script;
    /// assert_eq!(Script::Above.write("10"), Some("¹⁰".to_owned()));
    /// assert_eq!(Script::Above.write("th"), None);
    /// ```
    pub fn write(self, text: &str) -> Option<String> {
        let small = |sign: char| {
            let &(_, above, below) = BOTH.iter().find(|(plain, ..)| *plain == sign)?;
            Some(match self {
                Self::Above => above,
                Self::Below => below,
            })
        };
        text.chars().map(small).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_small_sign_is_left_alone() {
        assert_eq!(Script::Below.write("2"), Some("₂".to_owned()));
        assert_eq!(Script::Above.write("-1"), Some("⁻¹".to_owned()));
        assert_eq!(Script::Above.write("2nd"), None);
        assert_eq!(Script::of("span"), None);
    }
}
