//! Control sequences that mean something in a text.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sequence<'a> {
    /// How what follows looks, in numbers (SGR).
    Style(&'a str),
    /// Where what follows leads (OSC 8); empty where it leads nowhere again.
    Link(&'a str),
    /// The rest of the line is erased, which has nothing on it yet.
    Erase,
}

impl<'a> Sequence<'a> {
    /// The sequence that a text begins with, and its length in bytes; `None` for all that could do anything else.
    pub(super) fn of(text: &'a str) -> Option<(Self, usize)> {
        if let Some(body) = text.strip_prefix("\x1b[") {
            let end = body.find(|c: char| !matches!(c, '0'..='9' | ';' | ':'))?;
            let numbers = body.get(..end)?;
            let sequence = match body.get(end..)?.chars().next()? {
                'm' => Self::Style(numbers),
                'K' => Self::Erase,
                _ => return None,
            };
            return Some((sequence, "\x1b[".len() + end + 1));
        }
        let body = text.strip_prefix("\x1b]8;")?;
        let end = body.find(|c: char| c.is_control())?;
        let (_, address) = body.get(..end)?.split_once(';')?;
        let closing = ["\x07", "\x1b\\"];
        let closing = closing
            .iter()
            .find(|it| body.get(end..).is_some_and(|rest| rest.starts_with(**it)))?;
        Some((Self::Link(address), "\x1b]8;".len() + end + closing.len()))
    }
}
