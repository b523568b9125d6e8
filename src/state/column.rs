//! How wide the reader has made the text column.

use std::io;

use super::Folder;
use crate::app::effect::OwnWidth;

/// The name of the file.
const NAME: &str = "width";

/// The width that is kept, in cells, where it was made of what is set now.
pub fn read(folder: &Folder, set: u16) -> Option<u16> {
    let text = folder.read(NAME)?;
    let (width, of) = text.trim().split_once(" of ")?;
    let width = width.parse().ok()?;
    ((1..=2000).contains(&width) && of.parse() == Ok(set)).then_some(width)
}

/// Keeps it; none, when it is what is set.
pub fn write(folder: &Folder, made: Option<OwnWidth>) -> io::Result<()> {
    match made {
        Some(OwnWidth { width, of }) => folder.write(NAME, &format!("{width} of {of}\n")),
        None => folder.remove(NAME),
    }
}
