//! Shares: how the columns of a table divide the room between them.

/// Parts of a cell that a share is counted in.
const PARTS: u64 = 1024;

/// Widths between the `least` and the `most` of each column that fill `room`, or the least where that is more.
///
/// A column’s share grows with the square root of what it would take: so the columns with much text get more than the others, and
/// short ones are not wrapped for the few cells that this would win.
pub(super) fn share(least: &[u16], most: &[u16], room: u16) -> Vec<u16> {
    let columns = || least.iter().zip(most);
    let widths = |level: u64| columns().map(move |(&least, &most)| width(level, least, most));
    let all = |level| widths(level).map(u32::from).sum::<u32>();
    let (mut low, mut high) = (0, u64::from(u16::MAX) * PARTS);
    while low + 1 < high {
        let middle = u64::midpoint(low, high);
        if all(middle) > room.into() {
            high = middle;
        } else {
            low = middle;
        }
    }
    let mut left = u32::from(room).saturating_sub(all(low));
    let mut shares: Vec<_> = widths(low).collect();
    for (share, &most) in shares.iter_mut().zip(most) {
        if left > 0 && *share < most {
            *share += 1;
            left -= 1;
        }
    }
    shares
}

/// The width of a column whose share is `level` times its weight.
fn width(level: u64, least: u16, most: u16) -> u16 {
    let weight = (u64::from(most) * PARTS).isqrt();
    let share = level * weight / PARTS;
    u16::try_from(share)
        .unwrap_or(u16::MAX)
        .clamp(least.min(most), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(least: &[u16], most: &[u16], room: u16, expected: &[u16]) {
        assert_eq!(share(least, most, room), expected);
    }

    #[test]
    fn short_columns_keep_their_width_and_long_ones_share_the_rest() {
        check(&[4, 8], &[4, 10], 20, &[4, 10]);
        check(&[4, 8, 8], &[4, 30, 30], 44, &[4, 20, 20]);
        check(&[4, 8, 8], &[4, 12, 200], 44, &[4, 8, 32]);
        check(&[8, 8], &[100, 400], 60, &[20, 40]);
    }

    #[test]
    fn no_column_is_narrower_than_its_words() {
        check(&[8, 12, 8], &[30, 30, 30], 12, &[8, 12, 8]);
        check(&[5, 18], &[40, 40], 30, &[12, 18]);
        check(&[], &[], 12, &[]);
    }
}
