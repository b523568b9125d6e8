//! The articles that come with the program.

use std::sync::Arc;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// What a reader calls it.
    pub name: &'static str,
    /// The file that it was.
    pub file: &'static str,
    /// Its text.
    pub text: Arc<str>,
}

impl Shipped {
    /// The article that opens when none is named.
    pub fn article() -> Self {
        Self {
            name: "the article that comes with sidenote",
            file: "security-guarantees.md",
            text: include_str!("../../assets/security-guarantees.md").into(),
        }
    }

    /// The article that teaches reading with sidenote by doing. It names keys by what they do, `{page-down}`; `key` tells the one that
    /// does it now.
    pub fn tutorial(key: impl Fn(&str) -> String) -> Self {
        Self {
            name: "the tutorial",
            file: "tutorial.md",
            text: filled(include_str!("../../assets/tutorial.md"), key).into(),
        }
    }
}

/// The text with everything in braces replaced.
fn filled(text: &str, key: impl Fn(&str) -> String) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('}') {
            Some((action, rest)) => {
                filled.push_str(&key(action));
                filled.push_str(rest);
            }
            None => filled.push_str(piece),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_filled() {
        let key = |action: &str| action.to_uppercase();
        for (text, expected) in [
            ("", ""),
            ("no keys", "no keys"),
            ("`{down}` and `{up}` go", "`DOWN` and `UP` go"),
            ("{down", "down"),
        ] {
            assert_eq!(filled(text, key), expected, "{text}");
        }
    }
}
