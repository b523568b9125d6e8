//! Settings: the table of them, and what is set.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use super::keymap::{Change, Keymap};
use super::mistake::suggestion;
use super::preset::Preset;
use super::symbols::Symbols;
use super::theme::draft::{self, Draft};
use super::theme::{NAMES, Terminal, Theme};
use crate::citation::Form;

/// What is set: by default, by the file, by the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are switches, each on or off"
)]
pub struct Settings {
    /// The widest text column, in cells.
    pub width: u16,
    /// Whether the sidebar is shown where there is room for it.
    pub sidebar: bool,
    /// How wide it is, in cells, unless that follows the screen.
    pub sidebar_width: Option<u16>,
    /// Whether the article is one flow at first, and not a section at a time.
    pub whole: bool,
    /// The name of the theme.
    pub theme: String,
    /// Whether the mouse scrolls and clicks here.
    pub mouse: bool,
    /// Whether weak commitments are listed too.
    pub weak: bool,
    /// Whether something is kept from one session to the next.
    pub remember: bool,
    /// The signs of the reader's own.
    pub symbols: Symbols,
    /// Whether marks that open a quotation hang before the text, where one begins a paragraph.
    pub hanging_quotes: bool,
    /// Whether text that runs from right to left is put in order here.
    pub bidi: bool,
    /// How citations are copied.
    pub cite: Form,
    /// Whether their addresses lead to the words.
    pub cite_fragment: bool,
    /// Where copied words go.
    pub clipboard: Clipboard,
    /// How pictures are shown.
    pub pictures: Pictures,
    /// The editor, with its arguments; empty where the environment names it.
    pub editor: String,
    /// The keys to begin with.
    pub preset: Preset,
    /// What is changed in them.
    pub keys: Vec<Change>,
    /// Themes that were made for this reader.
    pub themes: Vec<Draft>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            width: 70, // the widest that reads well
            sidebar: true,
            sidebar_width: None,
            whole: false,
            theme: "auto".to_owned(),
            mouse: true,
            weak: false,
            remember: true,
            symbols: Symbols::Unicode,
            hanging_quotes: false,
            bidi: true,
            cite: Form::Plain,
            cite_fragment: true,
            clipboard: Clipboard::Auto,
            pictures: Pictures::Auto,
            editor: String::new(),
            preset: Preset::Sidenote,
            keys: Vec::new(),
            themes: Vec::new(),
        }
    }
}

impl Settings {
    /// The keys: those of the preset, and what is changed in them.
    pub fn keymap(&self) -> Keymap {
        let keymap = Keymap::default().changed(self.preset.changes());
        keymap.changed(self.keys.clone())
    }

    /// The names of all themes: those that are shipped, and the reader’s own.
    pub fn theme_names(&self) -> Vec<String> {
        let shipped = NAMES.iter().map(|&name| name.to_owned());
        let own = self.themes.iter().map(|draft| draft.name.clone());
        shipped.chain(own).collect()
    }

    /// Says what is wrong with the name of the theme.
    pub fn check_theme(&self) -> Result<(), String> {
        draft::check_name(&self.theme, &self.themes)
    }

    /// The looks on a terminal; `None` when there is no theme of that name.
    pub fn theme(&self, terminal: &Terminal) -> Option<Theme> {
        draft::theme(&self.theme, &self.themes, terminal)
    }
}

/// One row of the table of settings.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// What the file calls it.
    pub name: &'static str,
    /// What it sets.
    pub doc: &'static str,
    /// How it stands in the file.
    pub show: fn(&Settings) -> String,
    /// Takes a value of the file, or says what belongs there.
    pub(super) take: fn(&mut Settings, &DeValue<'_>) -> Result<(), String>,
}

/// All settings, in the order of the file.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "width",
        doc: "The widest text column, in cells. What the keys for a wider or narrower one make of it is kept\nuntil another width is set here.",
        show: |settings| settings.width.to_string(),
        take: |settings, value| set(&mut settings.width, number(value, 1..=2000)),
    },
    Setting {
        name: "sidebar",
        doc: "Whether the list stands beside the text, where there is room for both.",
        show: |settings| settings.sidebar.to_string(),
        take: |settings, value| set(&mut settings.sidebar, switch(value)),
    },
    Setting {
        name: "sidebar-width",
        doc: "Cells of the list: a number, or \"auto\" for as many as suit the screen.",
        show: |settings| match settings.sidebar_width {
            Some(cells) => cells.to_string(),
            None => "\"auto\"".to_owned(),
        },
        take: |settings, value| {
            let cells = match value.as_str() {
                Some("auto") => Ok(None),
                _ => number(value, 20..=200).map(Some),
            };
            let cells = cells.map_err(|what| what + ", or \"auto\"");
            set(&mut settings.sidebar_width, cells)
        },
    },
    Setting {
        name: "whole",
        doc: "Whether the whole article is shown in one flow, and not a section at a time.",
        show: |settings| settings.whole.to_string(),
        take: |settings, value| set(&mut settings.whole, switch(value)),
    },
    Setting {
        name: "theme",
        doc: "How it looks: \"auto\" (dark or light, as the terminal is), \"dark\", \"light\", \"high-contrast\",\n\
              \"terminal\" (its own colours), \"plain\" (none), or a theme of your own (see below).",
        show: |settings| quoted(&settings.theme),
        take: |settings, value| {
            let name = value.as_str().map(ToOwned::to_owned);
            let name = name.ok_or_else(|| "the name of a theme belongs here".to_owned());
            set(&mut settings.theme, name)
        },
    },
    Setting {
        name: "mouse",
        doc: "Whether the mouse scrolls and clicks here; otherwise it selects text in the terminal.",
        show: |settings| settings.mouse.to_string(),
        take: |settings, value| set(&mut settings.mouse, switch(value)),
    },
    Setting {
        name: "weak",
        doc: "Whether weak commitments (“said it would”) are listed too.",
        show: |settings| settings.weak.to_string(),
        take: |settings, value| set(&mut settings.weak, switch(value)),
    },
    Setting {
        name: "remember",
        doc: "Whether searches, places and bookmarks are kept from one session to the next, in $XDG_STATE_HOME/sidenote or\n\
              ~/.local/state/sidenote.",
        show: |settings| settings.remember.to_string(),
        take: |settings, value| set(&mut settings.remember, switch(value)),
    },
    Setting {
        name: "symbols",
        doc: "The signs beside the text: \"unicode\" (×2 ↔ │), or \"ascii\" (x2 <-> |) where those are drawn too wide.",
        show: |settings| quoted(settings.symbols.name()),
        take: |settings, value| {
            set(
                &mut settings.symbols,
                choice(value, Symbols::ALL, Symbols::name),
            )
        },
    },
    Setting {
        name: "hanging-quotes",
        doc: "Whether a mark that opens a quotation hangs in the margin, where one begins a paragraph.",
        show: |settings| settings.hanging_quotes.to_string(),
        take: |settings, value| set(&mut settings.hanging_quotes, switch(value)),
    },
    Setting {
        name: "bidi",
        doc: "Whether text that runs from right to left is put in order here; false where the terminal does it.",
        show: |settings| settings.bidi.to_string(),
        take: |settings, value| set(&mut settings.bidi, switch(value)),
    },
    Setting {
        name: "cite",
        doc: "How citations are copied: \"plain\", \"markdown\" or \"apa\".",
        show: |settings| quoted(settings.cite.name()),
        take: |settings, value| set(&mut settings.cite, choice(value, Form::ALL, Form::name)),
    },
    Setting {
        name: "cite-fragment",
        doc: "Whether the address in a citation leads to the words themselves (#:~:text=…).",
        show: |settings| settings.cite_fragment.to_string(),
        take: |settings, value| set(&mut settings.cite_fragment, switch(value)),
    },
    Setting {
        name: "clipboard",
        doc: "Where copied words go: \"auto\" (by wl-copy, xclip, xsel, pbcopy, clip.exe or tmux where one is at hand, else\n\
              by the terminal), \"terminal\" (by OSC 52 alone), or \"none\".",
        show: |settings| quoted(settings.clipboard.name()),
        take: |settings, value| {
            set(
                &mut settings.clipboard,
                choice(value, Clipboard::ALL, Clipboard::name),
            )
        },
    },
    Setting {
        name: "pictures",
        doc: "How pictures are shown: \"auto\" (as well as the terminal is known to), by its protocol (\"kitty\", \"iterm2\" or \"sixel\"),\n\
              as \"blocks\" of colour, two in each cell, or as the \"words\" that stand for them.",
        show: |settings| quoted(settings.pictures.name()),
        take: |settings, value| {
            set(
                &mut settings.pictures,
                choice(value, Pictures::ALL, Pictures::name),
            )
        },
    },
    Setting {
        name: "editor",
        doc: "The editor, with its arguments; \"\" for the one that $VISUAL or $EDITOR names.",
        show: |settings| written(&settings.editor),
        take: |settings, value| {
            let command = value.as_str().map(ToOwned::to_owned);
            let command = command.ok_or_else(|| "a command belongs here".to_owned());
            set(&mut settings.editor, command)
        },
    },
    Setting {
        name: "preset",
        doc: "The keys to begin with: \"sidenote\", \"less\" or \"vim\".",
        show: |settings| quoted(settings.preset.name()),
        take: |settings, value| {
            set(
                &mut settings.preset,
                choice(value, Preset::ALL, Preset::name),
            )
        },
    },
];

/// Where copied words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// To the system, by a program that is at hand; else to the terminal.
    #[default]
    Auto,
    /// To the terminal.
    Terminal,
    /// Nowhere.
    None,
}

impl Clipboard {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Auto, Self::Terminal, Self::None];

    /// What the file calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Terminal => "terminal",
            Self::None => "none",
        }
    }
}

/// How pictures are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pictures {
    /// As well as the terminal can.
    #[default]
    Auto,
    /// By the protocol of kitty.
    Kitty,
    /// By the protocol of iTerm2.
    Iterm,
    /// As sixels.
    Sixel,
    /// As blocks of colour.
    Blocks,
    /// As the words that stand for them.
    Words,
}

impl Pictures {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Auto,
        Self::Kitty,
        Self::Iterm,
        Self::Sixel,
        Self::Blocks,
        Self::Words,
    ];

    /// What the file calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Kitty => "kitty",
            Self::Iterm => "iterm2",
            Self::Sixel => "sixel",
            Self::Blocks => "blocks",
            Self::Words => "words",
        }
    }
}

/// Text of the reader's own as a string of TOML.
fn written(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    quoted(&escaped)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn set<T>(setting: &mut T, value: Result<T, String>) -> Result<(), String> {
    *setting = value?;
    Ok(())
}

fn number(value: &DeValue<'_>, range: RangeInclusive<u16>) -> Result<u16, String> {
    let number = value
        .as_integer()
        .and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
    number
        .filter(|number| range.contains(number))
        .ok_or_else(|| {
            let (least, most) = range.into_inner();
            format!("a number from {least} to {most} belongs here")
        })
}

fn switch(value: &DeValue<'_>) -> Result<bool, String> {
    value
        .as_bool()
        .ok_or_else(|| "`true` or `false` belongs here".to_owned())
}

fn choice<T: Copy>(
    value: &DeValue<'_>,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    let written = value.as_str().unwrap_or_default();
    let chosen = all.iter().copied().find(|&one| name(one) == written);
    chosen.ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|&one| quoted(name(one))).collect();
        let near = suggestion(written, all.iter().map(|&one| name(one)));
        format!("{} belongs here{near}", names.join(" or "))
    })
}
