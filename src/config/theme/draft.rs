//! Drafts: themes of your own.
//!
//! A draft is another theme with some of its looks changed. It is kept as it was written, for what comes of it depends on how many
//! colours the terminal has.

use toml::de::{DeTable, DeValue};

use super::{Colour, Depth, Look, NAMES, ROLES, Terminal, Theme};
use crate::config::entries::in_order;
use crate::config::mistake::{Mistakes, suggestion};

/// The theme that a draft begins with when it does not say.
const ORIGIN: &str = "auto";

/// A theme that somebody has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What configuration calls it.
    pub name: String,
    /// The theme that it is like: one of the shipped, or a draft before it.
    inherits: String,
    /// What is different, by the index of the role.
    touches: Vec<(usize, Touch)>,
}

/// What is different in a look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Touch {
    ink: Option<Colour>,
    paper: Option<Colour>,
    bold: Option<bool>,
    dim: Option<bool>,
    italic: Option<bool>,
    underline: Option<bool>,
    reverse: Option<bool>,
    strike: Option<bool>,
}

/// The theme of that name on a terminal; `None` when there is none.
pub fn theme(name: &str, drafts: &[Draft], terminal: &Terminal) -> Option<Theme> {
    let mut chain = Vec::new();
    let mut wanted = name;
    for draft in drafts.iter().rev() {
        if draft.name == wanted {
            wanted = &draft.inherits;
            chain.push(draft);
        }
    }
    let origin = Theme::named(wanted, terminal)?;
    if terminal.no_color {
        return Some(origin);
    }
    let touched = |theme, draft: &Draft| draft.over(theme, terminal.depth);
    Some(chain.into_iter().rev().fold(origin, touched))
}

/// Says what is wrong with the name of a theme.
pub fn check_name(name: &str, drafts: &[Draft]) -> Result<(), String> {
    if NAMES.contains(&name) || drafts.iter().any(|draft| draft.name == name) {
        Ok(())
    } else {
        let near = suggestion(name, NAMES.iter().copied());
        Err(format!("there is no theme `{name}`{near}"))
    }
}

impl Draft {
    fn over(&self, mut theme: Theme, depth: Depth) -> Theme {
        for &(role, touch) in &self.touches {
            let look = (ROLES[role].1)(&mut theme);
            *look = touch.at(depth).over(*look);
        }
        theme
    }
}

impl Touch {
    /// What a terminal of so many colours can show of it. Where it has not all of them, the ink might not be legible on what is left of
    /// the paper, so none is changed then.
    fn at(self, depth: Depth) -> Self {
        let lacks =
            |colour: Option<Colour>| colour.is_some_and(|colour| colour.at(depth).is_none());
        if lacks(self.ink) || lacks(self.paper) {
            return Self {
                ink: None,
                paper: None,
                ..self
            };
        }
        Self {
            ink: self.ink.and_then(|ink| ink.at(depth)),
            paper: self.paper.and_then(|paper| paper.at(depth)),
            ..self
        }
    }

    fn over(self, look: Look) -> Look {
        Look {
            ink: self.ink.unwrap_or(look.ink),
            paper: self.paper.unwrap_or(look.paper),
            bold: self.bold.unwrap_or(look.bold),
            dim: self.dim.unwrap_or(look.dim),
            italic: self.italic.unwrap_or(look.italic),
            underline: self.underline.unwrap_or(look.underline),
            reverse: self.reverse.unwrap_or(look.reverse),
            strike: self.strike.unwrap_or(look.strike),
        }
    }
}

/// Reads the table `themes`.
pub(in crate::config) fn read(table: &DeTable<'_>, mistakes: &mut Mistakes) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (key, value) in in_order(table) {
        let (name, at) = (key.get_ref(), key.span().start);
        match value.get_ref() {
            _ if NAMES.contains(&name.as_ref()) => {
                mistakes.note(
                    at,
                    format!("`{name}` comes with sidenote: call yours something else"),
                );
            }
            DeValue::Table(table) => {
                let draft = read_draft(name, table, &drafts, mistakes);
                drafts.push(draft);
            }
            _ => mistakes.note(at, "a theme is a table: [themes.NAME]"),
        }
    }
    drafts
}

fn read_draft(name: &str, table: &DeTable<'_>, before: &[Draft], mistakes: &mut Mistakes) -> Draft {
    let mut draft = Draft {
        name: name.to_owned(),
        inherits: ORIGIN.to_owned(),
        touches: Vec::new(),
    };
    for (key, value) in in_order(table) {
        let (name, at) = (key.get_ref(), key.span().start);
        if name == "inherits" {
            let origin = value.get_ref().as_str().unwrap_or_default();
            match check_name(origin, before) {
                Ok(()) => origin.clone_into(&mut draft.inherits),
                Err(what) => {
                    mistakes.note(at, format!("{what}; a theme inherits from one above it"));
                }
            }
            continue;
        }
        let Some(role) = ROLES.iter().position(|(role, _)| role == name) else {
            let near = suggestion(
                name,
                ROLES.iter().map(|&(role, _)| role).chain(["inherits"]),
            );
            mistakes.note(at, format!("a theme has no `{name}`{near}"));
            continue;
        };
        let touch = read_touch(value.get_ref(), at, mistakes);
        draft.touches.push((role, touch));
    }
    draft
}

/// Reads a look: the colour of the ink alone, or a table.
fn read_touch(value: &DeValue<'_>, at: usize, mistakes: &mut Mistakes) -> Touch {
    let mut touch = Touch::default();
    let DeValue::Table(table) = value else {
        match read_colour(value) {
            Ok(ink) => touch.ink = Some(ink),
            Err(what) => mistakes.note(at, what),
        }
        return touch;
    };
    for (key, value) in in_order(table) {
        let (name, at) = (key.get_ref(), key.span().start);
        if let Err(what) = touch.take(name, value.get_ref()) {
            mistakes.note(at, what);
        }
    }
    touch
}

impl Touch {
    fn take(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), String> {
        let attribute = match name {
            "ink" | "paper" => {
                let colour = Some(read_colour(value)?);
                let part = if name == "ink" {
                    &mut self.ink
                } else {
                    &mut self.paper
                };
                *part = colour;
                return Ok(());
            }
            "bold" => &mut self.bold,
            "dim" => &mut self.dim,
            "italic" => &mut self.italic,
            "underline" => &mut self.underline,
            "reverse" => &mut self.reverse,
            "strike" => &mut self.strike,
            _ => {
                let near = suggestion(name, PARTS);
                return Err(format!("a look has no `{name}`{near}"));
            }
        };
        let is_on = value.as_bool();
        *attribute =
            Some(is_on.ok_or_else(|| format!("`{name}`: `true` or `false` belongs here"))?);
        Ok(())
    }
}

/// What a look consists of.
const PARTS: [&str; 8] = [
    "ink",
    "paper",
    "bold",
    "dim",
    "italic",
    "underline",
    "reverse",
    "strike",
];

fn read_colour(value: &DeValue<'_>) -> Result<Colour, String> {
    let number = value
        .as_integer()
        .and_then(|number| u8::from_str_radix(number.as_str(), number.radix()).ok());
    let colour = number
        .map(Colour::Ansi)
        .or_else(|| Colour::parse(value.as_str()?));
    colour.ok_or_else(|| {
        let near = suggestion(value.as_str().unwrap_or_default(), Colour::names());
        format!(
            "a colour is \"#rrggbb\", a number up to 255, or a name such as \"bright-red\"{near}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::DARK;
    use super::*;
    use crate::config::file;

    const RGB: Terminal = Terminal {
        no_color: false,
        depth: Depth::Rgb,
        is_light: false,
    };

    #[track_caller]
    fn check(text: &str, terminal: &Terminal, expected: Look) {
        let (settings, mistakes) = file::read(text);
        assert_eq!(mistakes, []);
        assert_eq!(settings.theme(terminal).unwrap().link, expected);
    }

    #[test]
    fn a_draft_is_another_theme_with_some_looks_changed() {
        let text = "theme = \"b\"\n[themes.a]\ninherits = \"dark\"\nlink = \"#fff\"\n\
                    [themes.b]\ninherits = \"a\"\nlink = { paper = 1, underline = false }\n";
        let expected = Look {
            ink: Colour::Rgb(255, 255, 255),
            paper: Colour::Ansi(1),
            underline: false,
            ..DARK.link
        };
        check(text, &RGB, expected);
        let few = Terminal {
            depth: Depth::Sixteen,
            ..RGB
        };
        let kept = Look {
            paper: Colour::Ansi(1),
            underline: false,
            ..super::super::TERMINAL.link
        };
        check(text, &few, kept);
        let none = Terminal {
            no_color: true,
            ..RGB
        };
        check(text, &none, super::super::COLOURLESS.link);
    }

    #[test]
    fn mistakes_in_drafts_are_told() {
        let text = "[themes.a]\ninherits = \"b\"\nlnk = 1\nlink = \"ble\"\ncode = { ink = \"blue\", bld = true }\n[themes.dark]\n";
        let (_, mistakes) = file::read(text);
        let told: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "2:1: there is no theme `b`; a theme inherits from one above it",
                "3:1: a theme has no `lnk`; did you mean `link`?",
                "4:1: a colour is \"#rrggbb\", a number up to 255, or a name such as \"bright-red\"; did you mean `blue`?",
                "5:24: a look has no `bld`; did you mean `bold`?",
                "6:9: `dark` comes with sidenote: call yours something else",
            ]
        );
    }
}
