//! The watch: tells when the files that were read are other ones.
//!
//! It looks at each of them twice a second, for as long as the reader is asked to follow them and never otherwise. Asking the system to
//! tell would save these looks, and miss what changes on file systems of other machines; a file that an editor puts in the place of
//! another one would have to be looked for by name in any case.

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::Message;
use crate::app::event::Event;

/// How often the files are looked at. What looks the same twice is taken for finished.
const INTERVAL: Duration = Duration::from_millis(500);

/// A file to be watched.
#[derive(Debug)]
pub(super) struct Watched {
    /// Its place on the shelf.
    index: usize,
    path: PathBuf,
    /// What it looked like when it was read, or when it was last told of.
    known: Option<Stamp>,
    /// What it looked like the last time.
    seen: Option<Stamp>,
}

/// What a file looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    file: (u64, u64),
    bytes: u64,
    changed: (i64, i64),
}

impl Stamp {
    /// What a file looks like now; `None` when it is not there.
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        Some(Self {
            file: (metadata.dev(), metadata.ino()),
            bytes: metadata.size(),
            changed: (metadata.mtime(), metadata.mtime_nsec()),
        })
    }
}

impl Watched {
    /// A file as it is now, which is about to be read.
    pub(super) fn new(index: usize, path: &Path) -> Self {
        let stamp = Stamp::of(path);
        Self {
            index,
            path: path.to_owned(),
            known: stamp,
            seen: stamp,
        }
    }

    /// Looks at it; tells when it is another one than before, once it has settled.
    fn look(&mut self) -> Option<Event> {
        let now = Stamp::of(&self.path);
        let has_settled = now == self.seen;
        self.seen = now;
        if now == self.known || !has_settled {
            return None;
        }
        self.known = now;
        Some(match now {
            Some(_) => Event::Outdated(self.index),
            None => Event::Gone(self.index),
        })
    }
}

/// Starts the watch. It sleeps until it is given a file, and ends with the program.
pub(super) fn start(sender: Sender<Message>) -> Sender<Watched> {
    let (watch, files) = mpsc::channel();
    thread::spawn(move || run(&files, &sender));
    watch
}

fn run(files: &Receiver<Watched>, sender: &Sender<Message>) {
    let mut watched = HashMap::new();
    loop {
        let next = if watched.is_empty() {
            files.recv().map_err(RecvTimeoutError::from)
        } else {
            files.recv_timeout(INTERVAL)
        };
        match next {
            Ok(file) => _ = watched.insert(file.index, file),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                for event in watched.values_mut().filter_map(Watched::look) {
                    if sender.send(Message::Event(event)).is_err() {
                        return;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_of_once_it_has_settled() {
        let folder = std::env::temp_dir().join(format!("sidenote-watch-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("article.txt");
        fs::write(&path, "One.").unwrap();
        let mut watched = Watched::new(3, &path);
        let mut look = || watched.look().map(|event| format!("{event:?}"));
        assert_eq!(look(), None);
        fs::write(&path, "One, two.").unwrap();
        assert_eq!(
            [look(), look(), look()],
            [None, Some("Outdated(3)".to_owned()), None]
        );
        fs::remove_file(&path).unwrap();
        assert_eq!(
            [look(), look(), look()],
            [None, Some("Gone(3)".to_owned()), None]
        );
        fs::write(folder.join("other.txt"), "Three.").unwrap();
        fs::rename(folder.join("other.txt"), &path).unwrap();
        assert_eq!(
            [look(), look(), look()],
            [None, Some("Outdated(3)".to_owned()), None]
        );
        fs::remove_dir_all(&folder).unwrap();
    }
}
