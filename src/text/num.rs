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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_never_leaves_its_range() {
        assert_eq!(percent(0, 0), 100);
        assert_eq!(percent(1, 3), 33);
        assert_eq!(percent(u32::MAX, u32::MAX), 100);
        assert_eq!(percent(7, 3), 100);
    }
}
