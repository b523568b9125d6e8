//! Errands: what is looked up in the file system while nobody waits for it.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::mpsc::{self, Sender};

use super::{Message, panics};
use crate::app::event::Event;
use crate::app::links::Neighbour;
use crate::app::shelf::Head;
use crate::doc::format::Format;
use crate::input::arrival::Beginning;
use crate::input::{self, Origin, Terms};

/// Paths that are suggested at the most.
const MOST: usize = 200;

/// Entries of a folder that are looked at for them.
const CONSIDERED: usize = 10_000;

/// Something to look up.
#[derive(Debug)]
pub(super) enum Errand {
    /// What the beginning of an article tells.
    Glance { index: usize, origin: Origin },
    /// Whether the file is there that a link leads to.
    Find(Neighbour),
    /// Which paths begin so.
    Complete(String),
}

/// Starts the thread that does errands, one after the other. It ends with the program.
pub(super) fn start(
    terms: Terms,
    format: Option<Format>,
    sender: Sender<Message>,
) -> Sender<Errand> {
    let (errands, waiting) = mpsc::channel::<Errand>();
    // Without a thread nothing is looked up, and reading goes on.
    _ = panics::contained().spawn(move || {
        for errand in waiting {
            // A panic costs what this one would have found.
            let event = panic::catch_unwind(AssertUnwindSafe(|| run(errand, &terms, format)));
            if let Ok(event) = event
                && sender.send(Message::Event(event)).is_err()
            {
                break;
            }
        }
    });
    errands
}

fn run(errand: Errand, terms: &Terms, format: Option<Format>) -> Event {
    match errand {
        Errand::Glance { index, origin } => {
            let beginning = Beginning::of(&origin, terms);
            let head = beginning.map(|it| Head::of(format, it.as_ref()));
            let head = head.map_err(|error| error.to_string());
            Event::Glanced { index, head }
        }
        Errand::Find(neighbour) => {
            let is_file = input::is_plain_file(&neighbour.path);
            Event::Found {
                is_file: is_file.map_err(|error| error.to_string()),
                neighbour,
            }
        }
        Errand::Complete(typed) => Event::Completed {
            paths: paths(&typed),
            typed,
        },
    }
}

/// The paths that begin with what is typed, in order, folders with their slash. Hidden ones only when a dot was typed, and none that
/// could not be typed.
fn paths(typed: &str) -> Vec<String> {
    let split = typed.rfind('/').map_or(0, |slash| slash + 1);
    let (folder, beginning) = typed.split_at(split);
    let place = if folder.is_empty() { "." } else { folder };
    let Ok(entries) = fs::read_dir(Path::new(place)) else {
        return Vec::new();
    };
    let mut paths: Vec<_> = entries
        .take(CONSIDERED)
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            let is_hidden = name.starts_with('.') && !beginning.starts_with('.');
            let can_be_typed = !name.chars().any(char::is_control);
            if !name.starts_with(beginning) || is_hidden || !can_be_typed {
                return None;
            }
            let slash = if entry.path().is_dir() { "/" } else { "" };
            Some(format!("{folder}{name}{slash}"))
        })
        .collect();
    paths.sort_unstable();
    paths.truncate(MOST);
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_completed_folder_by_folder() {
        assert_eq!(paths("src/app/sh"), ["src/app/shelf.rs"]);
        assert_eq!(paths("src/ap"), ["src/app.rs", "src/app/"]);
        assert_eq!(paths("no/such/folder/"), [""; 0]);
    }
}
