//! Conversions between the three measures: bytes (`usize`, stored as `u32`) and cells (`u16`).
//!
//! All of them saturate. Texts over 4 GiB are refused when they are opened and no screen has 65,536 columns, so a
//! saturated value means a clipped picture, never a wrong slice.

/// A byte offset as it is stored in a span.
pub fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// A count of cells or rows as terminals count them.
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// `part` of `whole` in percent, rounded down; 100 when there is nothing.
pub fn percent(part: u32, whole: u32) -> u8 {
    let share = u64::from(part.min(whole)) * 100;
    let percent = share.checked_div(u64::from(whole)).unwrap_or(100);
    u8::try_from(percent).unwrap_or(100)
}

/// A count of bytes for people: `120 KB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

/// A count for people: `12 345`.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push('\u{202f}');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_shown_for_people() {
        let sizes = [
            (999, "999 bytes"),
            (120_900, "120 KB"),
            (1_260_000, "1.2 MB"),
        ];
        for (bytes, shown) in sizes {
            assert_eq!(size(bytes), shown);
        }
        for (count, shown) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1\u{202f}000"),
            (1_234_567, "1\u{202f}234\u{202f}567"),
        ] {
            assert_eq!(grouped(count), shown);
        }
    }

    #[test]
    fn percent_never_leaves_its_range() {
        assert_eq!(percent(0, 0), 100);
        assert_eq!(percent(1, 3), 33);
        assert_eq!(percent(u32::MAX, u32::MAX), 100);
        assert_eq!(percent(7, 3), 100);
    }
}
