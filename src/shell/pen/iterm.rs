//! Pictures by the protocol of iTerm2, which WezTerm and others know too: a row of cells at once.
//!
//! See <https://iterm2.com/documentation-images.html>.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Writes a row of so many cells at the cursor. Where that stands afterwards differs between terminals.
pub(super) fn write(cols: u16, png: &[u8], out: &mut Vec<u8>) {
    let size = png.len();
    // A Vec takes everything.
    let _ = write!(
        out,
        "\x1b]1337;File=inline=1;size={size};width={cols};height=1;preserveAspectRatio=0;doNotMoveCursor=1:"
    );
    out.extend(STANDARD.encode(png).as_bytes());
    out.push(b'\x07');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_is_a_file_in_a_line() {
        let mut out = Vec::new();
        write(12, b"pixels", &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\x1b]1337;File=inline=1;size=6;width=12;height=1;preserveAspectRatio=0;doNotMoveCursor=1:cGl4ZWxz\x07"
        );
    }
}
