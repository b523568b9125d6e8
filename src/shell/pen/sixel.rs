//! Pictures as sixels: a row of cells at once.
//!
//! See chapter 14 of the VT330/VT340 Programmer Reference Manual.

/// Writes a row of cells at the cursor; what is clear stays as it is there. Where the cursor stands afterwards differs between terminals.
pub(super) fn write(sixels: &[u8], out: &mut Vec<u8>) {
    out.extend(b"\x1bP0;1;0q");
    out.extend(sixels);
    out.extend(b"\x1b\\");
}
