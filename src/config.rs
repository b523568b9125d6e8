//! Layer 2: what is yours to set.
//!
//! A [`setting::Settings`] is what is set: by default, then by the file ([`file::read`]), then by the command line. From it come the
//! [`keymap`] and the [`theme`]. Whatever is wrong in the file is told all at once ([`mistake`]), and the rest of it holds.

pub mod bindings;
mod entries;
pub mod file;
pub mod key;
pub mod keymap;
pub mod mistake;
pub mod preset;
pub mod printed;
pub mod setting;
pub mod symbols;
pub mod theme;
