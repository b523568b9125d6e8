//! What has moved: gone at one place, and added with the same words at another.

use std::collections::HashMap;

use super::{Change, ChangeKind};
use crate::doc::Document;

/// The changes of an article in which what has moved is one change, at the place where it is now.
pub(super) fn joined(mut changes: Vec<Change>, new: &Document) -> Vec<Change> {
    let mut gone: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, change) in changes.iter().enumerate().rev() {
        if change.kind == ChangeKind::Removed && !change.before.trim().is_empty() {
            gone.entry(change.before.clone()).or_default().push(at);
        }
    }
    let mut is_moved = vec![false; changes.len()];
    for change in &mut changes {
        if gone.is_empty() || change.kind != ChangeKind::Added {
            continue;
        }
        let text = new.prose(change.block).into_text();
        if let Some(at) = gone.get_mut(text.as_ref()).and_then(Vec::pop) {
            is_moved[at] = true;
            change.kind = ChangeKind::Moved;
            change.words.clear();
        }
    }
    let mut is_moved = is_moved.into_iter();
    changes.retain(|_| !is_moved.next().unwrap_or(false));
    changes
}
