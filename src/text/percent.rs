//! Percent signs in addresses, and what they stand for.

/// An address with its percent signs resolved. Those that begin no code stay as they are.
///
/// ```
/// assert_eq!(sidenote::text::percent::decoded("a%20b, 100%"), "a b, 100%");
/// ```
pub fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.split_first_chunk().filter(|_| first == b'%');
        let code =
            code.and_then(|(&[high, low], after)| Some((16 * digit(high)? + digit(low)?, after)));
        let (byte, after) = code.unwrap_or((first, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_digits_are_a_code() {
        assert_eq!(decoded("%C3%a9"), "é");
        for text in ["%", "%4", "%+5", "%é", "%%4"] {
            assert_eq!(decoded(text), text);
        }
        assert_eq!(decoded("%FF"), "\u{FFFD}");
    }
}
