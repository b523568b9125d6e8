//! Bindings: the keys of the file.
//!
//! A line says what a key does, as one would say it: `"g g" = "top"`. It holds wherever the action is of use, or in the one place whose
//! table it stands in. So a key that is taken over needs one line and no other, and the file tells nothing but what is different.

use toml::de::{DeTable, DeValue};

use super::entries::in_order;
use super::key::Key;
use super::keymap::Change;
use super::mistake::{Mistakes, suggestion};
use crate::action::{Action, Entry, Scope, actions};

/// The places that have a table of their own.
pub const PLACES: &[(&str, Scope)] = &[
    ("text", Scope::TEXT),
    ("list", Scope::LIST),
    ("help", Scope::HELP),
    ("select", Scope::SELECT),
];

/// What unbinds a key.
pub const NONE: &str = "none";

/// Reads the table `keys`. What holds everywhere comes first, so that a place has the last word.
pub(super) fn read(table: &DeTable<'_>, mistakes: &mut Mistakes) -> Vec<Change> {
    let mut everywhere = Bindings::new(Scope::ALL);
    let mut places = Vec::new();
    for (key, value) in in_order(table) {
        let place = PLACES.iter().find(|(name, _)| *name == key.get_ref());
        match (value.get_ref(), place) {
            (DeValue::Table(table), Some(&(_, scope))) => {
                let mut bindings = Bindings::new(scope);
                for (key, value) in in_order(table) {
                    bindings.read(key.get_ref(), key.span().start, value.get_ref(), mistakes);
                }
                places.extend(bindings.changes());
            }
            (DeValue::Table(_), None) => {
                let near = suggestion(key.get_ref(), PLACES.iter().map(|&(name, _)| name));
                let names: Vec<_> = PLACES.iter().map(|&(name, _)| name).collect();
                let (written, names) = (key.get_ref(), names.join(", "));
                let what = format!("there is no `[keys.{written}]`, but {names}{near}");
                mistakes.note(key.span().start, what);
            }
            (value, _) => everywhere.read(key.get_ref(), key.span().start, value, mistakes),
        }
    }
    everywhere.changes().into_iter().chain(places).collect()
}

/// The keys of one table.
struct Bindings {
    place: Scope,
    /// Each with its keys as they are written.
    lines: Vec<(String, Change)>,
}

impl Bindings {
    fn new(place: Scope) -> Self {
        Self {
            place,
            lines: Vec::new(),
        }
    }

    fn changes(self) -> Vec<Change> {
        self.lines.into_iter().map(|(_, change)| change).collect()
    }

    fn read(&mut self, written: &str, at: usize, value: &DeValue<'_>, mistakes: &mut Mistakes) {
        match self.change(written, value) {
            Ok(change) => self.lines.push((written.to_owned(), change)),
            Err(what) => mistakes.note(at, what),
        }
    }

    fn change(&self, written: &str, value: &DeValue<'_>) -> Result<Change, String> {
        let keys = chord(written)?;
        let entry = meaning(value)?;
        let scope = match entry {
            Some(entry) => entry.scope() & self.place,
            None => self.place,
        };
        if let Some(entry) = entry.filter(|_| scope.is_empty()) {
            let places = places(entry.scope());
            return Err(format!("`{}` is of use in {places} only", entry.name));
        }
        if keys.first() == Key::parse("Ctrl-c").as_ref()
            && !entry.is_some_and(|it| matches!(it.action, Action::Interrupt | Action::Cancel))
        {
            return Err("`Ctrl-c` can be `interrupt` or `cancel` only".to_owned());
        }
        self.check(written, &keys, scope)?;
        Ok(Change {
            keys,
            scope,
            action: entry.map(|entry| entry.action),
        })
    }

    /// Says what hinders keys from being typed.
    fn check(&self, written: &str, keys: &[Key], scope: Scope) -> Result<(), String> {
        if scope.intersects(Scope::TEXT) && keys.first().is_some_and(|key| key.is_digit()) {
            return Err(format!(
                "`{}` begins with a digit: in the text digits are counts",
                Key::write_chord(keys)
            ));
        }
        let is_in_the_way = |(_, other): &&(String, Change)| {
            other.scope.intersects(scope)
                && (keys.starts_with(&other.keys) || other.keys.starts_with(keys))
        };
        match self.lines.iter().find(is_in_the_way) {
            Some((before, other)) if other.keys == keys => Err(format!(
                "`{written}` is the same as `{before}`, which stands here already"
            )),
            Some((_, other)) => Err(clash(keys, &other.keys)),
            None => Ok(()),
        }
    }
}

/// What is wrong with two chords in one place, of which one begins with the other.
fn clash(keys: &[Key], other: &[Key]) -> String {
    let (longer, shorter) = if keys.len() > other.len() {
        (keys, other)
    } else {
        (other, keys)
    };
    format!(
        "`{}` can never be typed whole: `{}` does something at once",
        Key::write_chord(longer),
        Key::write_chord(shorter)
    )
}

fn chord(written: &str) -> Result<Vec<Key>, String> {
    Key::parse_chord(written).ok_or_else(|| {
        let near = translated(written).map(|ours| format!("; did you mean `{ours}`?"));
        let near = near.unwrap_or_else(|| suggestion(written, Key::names()));
        format!("`{written}` is no key{near}")
    })
}

/// Keys as other programs write them, written as they are here.
fn translated(written: &str) -> Option<String> {
    const SIGNS: [(&str, &str); 5] = [
        ("C-", "Ctrl-"),
        ("Ctrl+", "Ctrl-"),
        ("A-", "Alt-"),
        ("M-", "Alt-"),
        ("Alt+", "Alt-"),
    ];
    let word = |word: &str| {
        let bare = word.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
        let mut word = bare.unwrap_or(word).to_owned();
        for (theirs, ours) in SIGNS {
            word = word.replace(theirs, ours);
        }
        word
    };
    let words: Vec<_> = written.split_whitespace().map(word).collect();
    let ours = words.join(" ");
    Key::parse_chord(&ours).is_some().then_some(ours)
}

/// The action that a key gets; none for `"none"`.
fn meaning(value: &DeValue<'_>) -> Result<Option<&'static Entry>, String> {
    let Some(name) = value.as_str() else {
        return Err("the name of an action belongs here".to_owned());
    };
    if name == NONE {
        return Ok(None);
    }
    let entry = actions().find(|entry| entry.name == name);
    entry.map(Some).ok_or_else(|| {
        let near = suggestion(name, actions().map(|entry| entry.name));
        format!("no action is called `{name}`{near}")
    })
}

fn places(scope: Scope) -> String {
    let names = PLACES
        .iter()
        .filter(|(_, place)| scope.contains(*place))
        .map(|&(name, _)| name);
    names.collect::<Vec<_>>().join(" and ")
}
