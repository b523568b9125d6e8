//! The arrows of the architecture: a lower layer never names a higher one, and the outside world has few doors.

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the bottom up; modules of one row may name each other only where [`SAME_ROW`] says so.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["input", "doc"],
    &[
        "article", "citation", "layout", "picture", "search", "action", "config",
    ],
    &["app"],
    &["ui", "state"],
    &["shell"],
    &["cli"],
];

/// Arrows within a row.
const SAME_ROW: &[(&str, &str)] = &[
    ("config", "action"),
    ("config", "citation"),
    ("citation", "article"),
    ("layout", "picture"),
    ("picture", "config"),
];

/// Words that only these modules may use.
const DOORS: &[(&str, &[&str])] = &[
    ("pulldown_cmark", &["doc"]),
    ("toml::", &["config"]),
    ("ratatui", &["ui", "shell"]),
    ("crossterm", &["shell"]),
    ("signal_hook", &["shell"]),
    ("ureq", &["input"]),
    ("encoding_rs", &["input"]),
    ("std::fs", &["input", "state", "cli", "shell"]),
    ("serde", &["cli", "doc", "state"]),
    ("regex_", &["search"]),
    ("unicode_bidi", &["text"]),
    ("hl_lite", &["layout"]),
    ("dom_query", &["doc"]),
    ("image::", &["picture"]),
    ("color_quant", &["picture"]),
    ("rbook", &["input"]),
    ("mail_parser", &["input"]),
    ("dom_smoothie", &["doc"]),
    ("std::process::", &["cli", "shell", "state"]),
    ("std::env", &["cli", "shell"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Each source with the module of the first level that it belongs to, and its code without comments.
fn modules() -> Vec<(PathBuf, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    let read = |path: PathBuf| {
        let inner = path.strip_prefix(&root).unwrap();
        let module = inner
            .iter()
            .next()
            .unwrap()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let code: Vec<_> = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        (path, module, code.join("\n"))
    };
    paths.into_iter().map(read).collect()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&module))
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for (path, module, code) in modules() {
        let Some(here) = layer(&module) else { continue };
        if code.contains("crate::{") || code.contains("crate::*") {
            wrong.push(format!("{} names modules in a group", path.display()));
        }
        for other in LAYERS
            .iter()
            .flat_map(|row| row.iter())
            .filter(|other| **other != module)
        {
            let is_named = code.contains(&format!("crate::{other}::"))
                || code.contains(&format!("crate::{other};"));
            let is_allowed =
                layer(other) < Some(here) || SAME_ROW.contains(&(module.as_str(), other));
            if is_named && !is_allowed {
                wrong.push(format!("{} names {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_outside_world_has_few_doors() {
    let mut wrong = Vec::new();
    for (path, module, code) in modules() {
        for (word, allowed) in DOORS {
            let is_allowed =
                allowed.contains(&module.as_str()) || matches!(module.as_str(), "lib" | "main");
            if code.contains(word) && !is_allowed {
                wrong.push(format!("{} uses {word}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_belongs_to_a_layer() {
    for (path, module, _) in modules() {
        assert!(
            layer(&module).is_some() || matches!(module.as_str(), "lib" | "main"),
            "{}",
            path.display()
        );
    }
}
