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

use super::{Corrupt, Folder};
use crate::app::kept::{Change, Kept};
use crate::app::list::hidden;
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

impl Wire {
    fn new(of: String, kept: Kept) -> Self {
        let Kept {
            top,
            bookmarks,
            hidden,
        } = kept;
        let spot = |(letter, it): (char, Anchor)| (letter, Spot::from(it));
        Self {
            of,
            top: top.map(Spot::from),
            bookmarks: bookmarks.into_iter().map(spot).collect(),
            hidden: hidden.into_iter().take(hidden::MOST).map(spot).collect(),
        }
    }

    fn kept(self) -> Kept {
        let anchor = |(letter, it): (char, Spot)| (letter, Anchor::from(it));
        Kept {
            top: self.top.map(Anchor::from),
            bookmarks: self.bookmarks.into_iter().map(anchor).collect(),
            hidden: self.hidden.into_iter().map(anchor).collect(),
        }
    }
}

/// What is kept of an article; `None` when nothing can be: it can be read but once.
pub fn read(folder: &Folder, origin: &Origin) -> Option<Result<Kept, Corrupt>> {
    let (name, _) = name(origin)?;
    Some(there(folder, &name))
}

fn there(folder: &Folder, name: &str) -> Result<Kept, Corrupt> {
    folder.understand(name, |text| {
        let wire: Wire = serde_json::from_str(text).ok()?;
        Some(wire.kept())
    })
}

/// Changes what is kept of an article; where nothing is left of it, it is forgotten.
pub fn write(folder: &Folder, origin: &Origin, change: Change) -> io::Result<()> {
    let Some((name, of)) = name(origin) else {
        return Ok(());
    };
    let there = there(folder, &name).unwrap_or_default(); // what means nothing any more is put aside
    let kept = change.made_to(there);
    if kept.is_empty() {
        return folder.remove(&name);
    }
    let wire = Wire::new(of, kept);
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
        Origin::Stdin => return None,
        Origin::Shipped(shipped) => {
            let shown = format!("sidenote:{}", shipped.file);
            (shown.clone().into_bytes(), shown)
        }
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
