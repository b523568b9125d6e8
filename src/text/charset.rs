//! Sets of characters, and a quick way to the next one of them in a text.

/// Some characters.
///
/// ```
/// use sidenote::text::charset::CharSet;
///
/// const STOPS: CharSet = CharSet::of(".…");
/// assert_eq!(STOPS.find("día… no.", 0), Some(4));
/// ```
#[derive(Debug)]
pub struct CharSet {
    chars: &'static str,
    /// For each byte whether it is the first one of any of them.
    leads: [bool; 256],
}

impl CharSet {
    /// The characters of a text.
    pub const fn of(chars: &'static str) -> Self {
        const CONTINUES: u8 = 0b1000_0000;
        let bytes = chars.as_bytes();
        let mut leads = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            leads[bytes[at] as usize] |= bytes[at] & 0b1100_0000 != CONTINUES;
            at += 1;
        }
        Self { chars, leads }
    }

    /// Whether a character is one of them.
    pub fn contains(&self, c: char) -> bool {
        self.chars.contains(c)
    }

    /// The first byte of the next one of them in `text`, from the byte `from` on. Most bytes are only looked at, not decoded.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        let is_lead = |byte: &u8| self.leads[usize::from(*byte)];
        let mut at = from;
        loop {
            at += text.as_bytes().get(at..)?.iter().position(is_lead)?;
            if super::tail(text, at).starts_with(|c| self.contains(c)) {
                return Some(at);
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_next_one_is_found(text in "(a|—|…|é|\\.){0,20}", from in 0..20_usize) {
            const SET: CharSet = CharSet::of(".…é");
            let from = text.floor_char_boundary(from);
            let expected = super::super::tail(&text, from).find(['.', '…', 'é']);
            prop_assert_eq!(SET.find(&text, from), expected.map(|step| from + step));
        }
    }
}
