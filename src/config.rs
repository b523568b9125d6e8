//! Layer 2: what is yours to set: the [keymap] and the [theme].

pub mod key;
pub mod keymap;
pub mod theme;
