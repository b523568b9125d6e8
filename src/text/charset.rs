//! Sets of characters, and a quick way to the next one of them in a text.

/// Some characters: three of ASCII, and any others.
///
/// ```
/// use sidenote::text::charset::CharSet;
///
/// const STOPS: CharSet = CharSet::of(*b".!?", "…");
/// assert_eq!(STOPS.find("día… no.", 0), Some(4));
/// ```
#[derive(Debug)]
pub struct CharSet {
    ascii: [u8; 3],
    others: &'static str,
    /// For each byte whether it is the first one of any of them.
    leads: [bool; 256],
    /// A bit for the last six bits of each of the others: most characters are told apart from them by it.
    lows: u64,
}

/// How many values six bits have: as many as a byte of UTF-8 behind the first one holds.
const LOWS: u32 = 1 << 6;

/// How many bytes are looked at at once.
const LANE: usize = 32;

impl CharSet {
    /// These characters.
    pub const fn of(ascii: [u8; 3], others: &'static str) -> Self {
        let mut leads = [false; 256];
        let mut lows = 0;
        let mut at = 0;
        while at < ascii.len() {
            leads[ascii[at] as usize] = true;
            at += 1;
        }
        at = 0;
        while at < others.len() {
            let byte = others.as_bytes()[at];
            leads[byte as usize] |= others.is_char_boundary(at);
            at += 1;
            lows |= (others.is_char_boundary(at) as u64) << (byte as u32 % LOWS);
        }
        Self {
            ascii,
            others,
            leads,
            lows,
        }
    }

    /// Whether a character is one of them.
    pub fn contains(&self, c: char) -> bool {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => self.ascii.contains(&byte),
            _ => self.lows >> (c as u32 % LOWS) & 1 == 1 && self.others.contains(c),
        }
    }

    /// The first byte of the next one of them in `text`, from the byte `from` on. Most bytes are only looked at, not decoded.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at = self.find_lead(text.as_bytes(), at)?;
            if super::tail(text, at).starts_with(|c| self.contains(c)) {
                return Some(at);
            }
            at += 1;
        }
    }

    fn find_lead(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let rest = bytes.get(from..)?;
        let (lanes, _) = rest.as_chunks::<LANE>();
        let passed = LANE * lanes.iter().take_while(|lane| self.is_free(lane)).count();
        let is_lead = |byte: &u8| self.leads[usize::from(*byte)];
        let step = rest.get(passed..)?.iter().position(is_lead)?;
        Some(from + passed + step)
    }

    /// Whether all is ASCII, and none of it in the set.
    #[expect(
        clippy::needless_bitwise_bool,
        reason = "without short cuts it is done for a whole lane at once"
    )]
    fn is_free(&self, lane: &[u8; LANE]) -> bool {
        let [a, b, c] = self.ascii;
        let is_lead = |byte: u8| (byte >= 0x80) | (byte == a) | (byte == b) | (byte == c);
        lane.iter().map(|&byte| u8::from(is_lead(byte))).sum::<u8>() == 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_next_one_is_found(text in "(a|—|…|é|\\.|abcdefghijklmnopqrstuvwxyz0123456789){0,20}", from in 0..99_usize) {
            const SET: CharSet = CharSet::of(*b".!?", "…é");
            let from = text.floor_char_boundary(from);
            let expected = super::super::tail(&text, from).find(['.', '…', 'é']);
            prop_assert_eq!(SET.find(&text, from), expected.map(|step| from + step));
        }
    }
}
