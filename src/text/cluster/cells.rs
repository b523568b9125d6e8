//! Cells: how many of them a character takes, which is the most that a terminal gives it.
//!
//! Terminals add up the cells of characters, or give a whole cluster as many as its first letter. A cluster has room for either: one that
//! draws it narrower leaves a cell empty, but none draws a part of it where the next letter will be.

use unicode_width::UnicodeWidthChar;

/// Cells that are kept for what is drawn.
pub(super) fn cells(shown: &str) -> usize {
    shown.chars().map(of).sum()
}

fn of(c: char) -> usize {
    match c {
        _ if is_wide_mark(c) => 2,
        _ if is_spacing(c) => 1,
        _ => c.width().unwrap_or(0),
    }
}

/// Marks with a cell of their own in `wcwidth`, as xterm, tmux and others have it, but none in the tables of those that draw whole clusters:
/// the spacing ones (`General_Category` Mc) of those that extend a cluster (`Other_Grapheme_Extend` in PropList.txt), and halfwidth sound marks.
fn is_spacing(c: char) -> bool {
    matches!(c, '\u{9BE}' | '\u{9D7}' | '\u{B3E}' | '\u{B57}' | '\u{BBE}' | '\u{BD7}'
        | '\u{CC0}' | '\u{CC2}' | '\u{CC7}' | '\u{CC8}' | '\u{CCA}' | '\u{CCB}' | '\u{CD5}' | '\u{CD6}'
        | '\u{D3E}' | '\u{D57}' | '\u{DCF}' | '\u{DDF}' | '\u{1715}' | '\u{1734}'
        | '\u{1B35}' | '\u{1B3B}' | '\u{1B3D}' | '\u{1B43}' | '\u{1B44}' | '\u{1BAA}' | '\u{1BF2}' | '\u{1BF3}'
        | '\u{A953}' | '\u{A9C0}' | '\u{FF9E}' | '\u{FF9F}'
        | '\u{111C0}' | '\u{11235}' | '\u{1133E}' | '\u{1134D}' | '\u{11357}'
        | '\u{113B8}' | '\u{113C2}' | '\u{113C5}' | '\u{113C7}'..='\u{113C9}' | '\u{113CF}'
        | '\u{114B0}' | '\u{114BD}' | '\u{115AF}' | '\u{116B6}' | '\u{11930}' | '\u{1193D}'
        | '\u{1D165}' | '\u{1D166}' | '\u{1D16D}'..='\u{1D172}')
}

/// Those of them that are wide (`East_Asian_Width` W): tones of Korean, readings of Chinese.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{302E}' | '\u{302F}' | '\u{16FF0}' | '\u{16FF1}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns that the cursor advanced in xterm 379 and in tmux 3.3a, as they answer when asked where it is (CPR) after each of these was
    /// printed. Those that draw whole clusters give no more.
    #[test]
    fn a_cluster_has_the_cells_of_the_terminal_that_gives_it_most() {
        for (shown, expected) in [
            ("a", 1),
            ("e\u{301}", 1),
            ("安", 2),
            ("🇩🇪", 2),
            ("👍", 2),
            ("ｶ", 1),
            ("\u{ff9e}", 1),
            ("क्ष", 2),
            ("कि", 2),
            ("নি", 2),
            ("কা", 2),
            ("কো", 2),
            ("নী", 2),
            ("ழ்", 1),
            ("நா", 2),
            ("மா", 2),
            ("നാ", 2),
            ("කා", 2),
            ("ಕೀ", 2),
            ("ಲೋ", 2),
            ("ខ្មែ", 3),
            ("រដ្", 2),
            ("ᬩᬵ", 2),
            ("ꦱ꧀", 2),
            ("น้", 1),
            ("ลำ", 2),
            ("한", 2),
        ] {
            assert_eq!(cells(shown), expected, "{shown:?}");
        }
    }

    #[test]
    fn what_has_a_cell_of_its_own_would_have_none() {
        for c in ('\0'..=char::MAX).filter(|&c| is_spacing(c) || is_wide_mark(c)) {
            let is_mark = unicode_normalization::char::is_combining_mark(c);
            let is_sound_mark = matches!(c, '\u{FF9E}' | '\u{FF9F}');
            assert!(is_sound_mark || is_mark && c.width() == Some(0), "{c:?}");
        }
    }
}
