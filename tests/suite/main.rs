//! Tests of the program as its users meet it: at the shell, on the screen, in a terminal; and of what must hold for any text.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "../bench/article.rs"]
mod article;
mod articles;
mod book;
mod chrome;
mod citing;
mod cli;
mod commonmark;
mod configuration;
mod extract;
mod fetch;
mod finding;
mod genres;
mod growth;
mod here;
mod hostile;
mod imports;
mod jumps;
mod keeping;
mod layout;
mod links;
mod moving;
#[path = "../bench/news.rs"]
mod news;
mod pager;
mod pictures;
mod programs;
mod properties;
mod pty;
mod screen;
mod screens;
mod settings;
#[path = "../bench/shape.rs"]
mod shape;
mod sidebar;
mod sideways;
mod stress;
mod terminal;
mod tutorial;
mod words;
mod written;

/// A file of the tests.
fn fixture(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}
