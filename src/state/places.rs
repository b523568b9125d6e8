//! Places where articles were left, their bookmarks and hidden rows: a file for each article, called by a digest of where that comes from.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Folder;
use crate::app::kept::Kept;
use crate::article::anchor::Anchor;
use crate::input::Origin;

/// The folder in the folder.
pub const FOLDER: &str = "places";

/// Articles of which something is kept at the most.
pub const MOST: usize = 1000;

/// What a file holds. Keys may be added; none means anything else later.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Wire {
    /// Where the article comes from, for those who look into the file.
    of: String,
    top: Option<Spot>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    bookmarks: BTreeMap<char, Spot>,
    /// Rows of the list that are hidden, each with its letter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<(char, Spot)>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Spot {
    at: u32,
    before: String,
    behind: String,
}

impl From<Anchor> for Spot {
    fn from(anchor: Anchor) -> Self {
        let Anchor { at, before, behind } = anchor;
        Self { at, before, behind }
    }
}

impl From<Spot> for Anchor {
    fn from(spot: Spot) -> Self {
        let Spot { at, before, behind } = spot;
        Self { at, before, behind }
    }
}

/// What is kept of an article.
pub fn read(folder: &Folder, origin: &Origin) -> Option<Kept> {
    let (name, _) = name(origin)?;
    let wire: Wire = serde_json::from_str(&folder.read(&name)?).ok()?;
    let bookmarks = wire.bookmarks.into_iter();
    let hidden = wire.hidden.into_iter();
    Some(Kept {
        top: wire.top.map(Anchor::from),
        bookmarks: bookmarks.map(|(letter, it)| (letter, it.into())).collect(),
        hidden: hidden.map(|(letter, it)| (letter, it.into())).collect(),
    })
}

/// Keeps that of an article; where that is nothing, what was kept before is forgotten.
pub fn write(folder: &Folder, origin: &Origin, kept: Kept) -> io::Result<()> {
    let Some((name, of)) = name(origin) else {
        return Ok(()); // it can be read but once
    };
    if kept.is_empty() {
        return folder.remove(&name);
    }
    let bookmarks = kept.bookmarks.into_iter();
    let hidden = kept.hidden.into_iter();
    let wire = Wire {
        of,
        top: kept.top.map(Spot::from),
        bookmarks: bookmarks.map(|(letter, it)| (letter, it.into())).collect(),
        hidden: hidden.map(|(letter, it)| (letter, it.into())).collect(),
    };
    let is_new = folder.read(&name).is_none();
    folder.write(&name, &(serde_json::to_string(&wire)? + "\n"))?;
    if is_new {
        forget_oldest(folder);
    }
    Ok(())
}

/// The name of the file for an article, and where that comes from; `None` for what cannot be opened again.
fn name(origin: &Origin) -> Option<(String, String)> {
    let (key, of) = match origin {
        Origin::Shipped(_) | Origin::Stdin => return None,
        Origin::File(path) => {
            let path = fs::canonicalize(path).ok()?;
            if !path.metadata().ok()?.is_file() {
                return None;
            }
            let shown = path.to_string_lossy().into_owned();
            (path.as_os_str().as_bytes().to_owned(), shown)
        }
        Origin::Web(address) => {
            let page = address.split('#').next().unwrap_or_default();
            (page.as_bytes().to_owned(), page.to_owned())
        }
    };
    let mut name = format!("{FOLDER}/");
    for byte in Sha256::digest(&key).iter().take(16) {
        _ = write!(name, "{byte:02x}"); // a string takes everything
    }
    Some((name, of))
}

/// Forgets the articles that were left longest ago, where there are too many.
fn forget_oldest(folder: &Folder) {
    let dated = |path: PathBuf| {
        let time = path.metadata().and_then(|it| it.modified());
        (time.unwrap_or(SystemTime::UNIX_EPOCH), path)
    };
    let mut files: Vec<_> = folder.files(FOLDER).map(dated).collect();
    files.sort_unstable();
    for (_, path) in files.iter().take(files.len().saturating_sub(MOST)) {
        _ = fs::remove_file(path); // another session may have done it
    }
}
