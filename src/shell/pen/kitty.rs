//! Pictures by the protocol of kitty: sent once, then shown wherever the cells name them.
//!
//! See <https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders>; kitty has it since 0.28.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::picture::size::Fit;

/// Letters that are sent at once.
const CHUNK: usize = 4096;

/// Sends a picture under a name, for so many cells. The terminal is not to answer.
pub(super) fn send(name: u32, fit: Fit, png: &[u8], out: &mut Vec<u8>) {
    let letters = STANDARD.encode(png);
    let mut chunks = letters.as_bytes().chunks(CHUNK).peekable();
    let Fit { cols, rows } = fit;
    let mut what = format!("a=T,U=1,f=100,t=d,q=2,i={name},c={cols},r={rows},");
    while let Some(chunk) = chunks.next() {
        let has_more = u8::from(chunks.peek().is_some());
        let _ = write!(out, "\x1b_G{what}m={has_more};"); // a Vec takes everything
        out.extend(chunk);
        out.extend(b"\x1b\\");
        "q=2,".clone_into(&mut what);
    }
}

/// Takes a picture back.
pub(in crate::shell) fn delete(name: u32, out: &mut Vec<u8>) {
    let _ = write!(out, "\x1b_Ga=d,d=I,q=2,i={name}\x1b\\"); // as above
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_picture_is_sent_in_pieces() {
        let mut out = Vec::new();
        send(7, Fit { cols: 3, rows: 2 }, &[0; 3073], &mut out);
        let text = String::from_utf8(out).unwrap();
        let pieces: Vec<_> = text.split_terminator("\x1b\\").collect();
        assert_eq!(pieces.len(), 2);
        let head = "\x1b_Ga=T,U=1,f=100,t=d,q=2,i=7,c=3,r=2,m=1;";
        assert_eq!(pieces[0], format!("{head}{}", "A".repeat(CHUNK)));
        assert_eq!(pieces[1], "\x1b_Gq=2,m=0;AA==");
    }
}
