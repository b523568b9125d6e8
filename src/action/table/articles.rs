//! The verbs that lead out of an article, or anew into it.

use super::{PANES, entry};
use crate::action::{Action, Entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "links",
        Action::Links,
        "links",
        "links and footnotes on screen, each by its letter",
        &[("o", PANES)],
    ),
    entry(
        "all-links",
        Action::AllLinks,
        "all links",
        "links and footnotes of the whole article",
        &[("O", PANES)],
    ),
    entry(
        "next-link",
        Action::NextLink,
        "link",
        "the next link or footnote, marked so that Enter opens it",
        &[("a", PANES)],
    ),
    entry(
        "previous-link",
        Action::PreviousLink,
        "link before",
        "the link or footnote before",
        &[("B", PANES)],
    ),
    entry(
        "pictures",
        Action::Pictures,
        "pictures",
        "fetch the pictures that the article has on the web; again to stop",
        &[("I", PANES)],
    ),
    entry(
        "editor",
        Action::Editor,
        "editor",
        "open the file in your editor, at this line; then read it anew",
        &[("e", PANES)],
    ),
    entry(
        "command",
        Action::Command,
        "command",
        "a command: :n :p :e PATH :42 :42% :q, or any of these by name",
        &[(":", PANES), ("Dc", PANES)],
    ),
    entry(
        "reload",
        Action::Reload,
        "reload",
        "read the article anew, keep the place, and mark what has changed",
        &[("r", PANES)],
    ),
    entry(
        "next-article",
        Action::NextArticle,
        "next article",
        "the next of the articles that are open",
        &[(")", PANES), ("Wa", PANES)],
    ),
    entry(
        "previous-article",
        Action::PreviousArticle,
        "article before",
        "the article before",
        &[("(", PANES), ("WA", PANES)],
    ),
    entry(
        "choose-article",
        Action::Choose,
        "articles",
        "choose among the articles that are open",
        &[("A", PANES)],
    ),
];
