//! How wide the reader has made the text column.

use std::io;

use super::Folder;

/// The name of the file.
const NAME: &str = "width";

/// The width that is kept, in cells.
pub fn read(folder: &Folder) -> Option<u16> {
    let width = folder.read(NAME)?.trim().parse().ok()?;
    (1..=2000).contains(&width).then_some(width)
}

/// Keeps it; none, when it is what is set.
pub fn write(folder: &Folder, width: Option<u16>) -> io::Result<()> {
    match width {
        Some(width) => folder.write(NAME, &format!("{width}\n")),
        None => folder.remove(NAME),
    }
}
