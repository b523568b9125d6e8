//! Layer 4: what is kept from one session to the next.
//!
//! A [`Folder`] holds small files of text that belong to one person alone. Each is written beside itself and then put into its place, so
//! whatever happens, the whole of the old or of the new one is there. What cannot be read is put aside and counts as nothing: a session
//! never fails for want of what was kept. What is added is added to what stands there by then; sessions that write in the same instant may
//! lose that one change to each other, but no more.

pub mod column;
pub mod places;
pub mod searches;

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::id;

/// What was kept and means nothing any more: where it is now, when it could be put aside.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot be read any more{}", told(self.0.as_deref()))]
pub struct Corrupt(Option<PathBuf>);

fn told(aside: Option<&Path>) -> String {
    aside.map_or_else(String::new, |path| {
        format!(" and is put aside · {}", path.display())
    })
}

/// The longest file that is read, in bytes: more than is ever written.
const LONGEST: u64 = 1024 * 1024;

/// Where it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at `path`, which is made when something is first written.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Where that is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What a file of this name holds; `None` when there is none that can be read.
    pub fn read(&self, name: &str) -> Option<String> {
        let mut text = String::new();
        let file = File::open(self.path.join(name)).ok()?;
        if !file.metadata().ok()?.is_file() {
            return None; // a pipe would be waited for
        }
        file.take(LONGEST).read_to_string(&mut text).ok()?;
        Some(text)
    }

    /// What a file of this name means to `parse`; nothing when there is none. One that means nothing is put aside.
    pub fn understand<T: Default>(
        &self,
        name: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Corrupt> {
        if !fs::metadata(self.path.join(name)).is_ok_and(|it| it.is_file()) {
            return Ok(T::default());
        }
        let meaning = self.read(name).and_then(|text| parse(&text));
        meaning.ok_or_else(|| self.put_aside(name))
    }

    /// Gives a file another name, so that it is not written over.
    fn put_aside(&self, name: &str) -> Corrupt {
        let path = self.path.join(name);
        let aside = self.path.join(format!("{name}.corrupt"));
        let result = fs::rename(path, &aside);
        Corrupt(result.ok().map(|()| aside))
    }

    /// Makes a file of this name hold `text`, for nobody else to read.
    pub fn write(&self, name: &str, text: &str) -> io::Result<()> {
        let path = self.path.join(name);
        let folder = path.parent().unwrap_or(&self.path);
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)?;
        let draft = folder.join(format!(".{}.draft", id()));
        let result = write_new(&draft, text).and_then(|()| fs::rename(&draft, &path));
        if result.is_err() {
            _ = fs::remove_file(&draft); // it may not be there at all
        }
        result
    }

    /// Takes a file of this name away, if there is one.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.path.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// The files of a folder in this one.
    fn files(&self, name: &str) -> impl Iterator<Item = PathBuf> {
        let entries = fs::read_dir(self.path.join(name));
        let entries = entries.into_iter().flatten().flatten();
        entries.map(|entry| entry.path())
    }
}

fn write_new(path: &PathBuf, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all() // before it takes the place of the old one
}
