//! The keymap: which keys mean which action, and where.

use super::key::Key;
use crate::action::{Action, Scope, actions, named};

/// The bindings of the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Binding {
    keys: Vec<Key>,
    scope: Scope,
    action: Action,
}

/// Keys that mean something else from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The keys, typed one after the other.
    pub keys: Vec<Key>,
    /// Where that holds.
    pub scope: Scope,
    /// What they mean; nothing when there is none.
    pub action: Option<Action>,
}

/// What keys mean so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This action.
    Action(Action),
    /// The beginning of a longer chord.
    Pending,
    /// Nothing.
    Unbound,
}

impl Default for Keymap {
    /// The keys of the table of actions.
    fn default() -> Self {
        let bindings = actions().flat_map(|entry| {
            entry.keys.iter().filter_map(|&(keys, scope)| {
                Some(Binding {
                    keys: Key::parse_chord(keys)?,
                    scope,
                    action: entry.action,
                })
            })
        });
        Self {
            bindings: bindings.collect(),
        }
    }
}

impl Keymap {
    /// The keymap with changes, the later ones over the earlier. What stands in the way of new keys gives way to them: the same keys, a
    /// beginning of them, and longer ones that they begin. New keys are shown before old ones.
    #[must_use]
    pub fn changed(mut self, changes: Vec<Change>) -> Self {
        let mut new = Vec::new();
        for Change {
            keys,
            scope,
            action,
        } in changes
        {
            let stands_in_the_way = |binding: &Binding| match action {
                Some(_) => binding.keys.starts_with(&keys) || keys.starts_with(&binding.keys),
                None => binding.keys == keys,
            };
            for binding in new.iter_mut().chain(&mut self.bindings) {
                if stands_in_the_way(binding) {
                    binding.scope.remove(scope);
                }
            }
            new.extend(action.map(|action| Binding {
                keys,
                scope,
                action,
            }));
        }
        new.append(&mut self.bindings);
        new.retain(|binding| !binding.scope.is_empty());
        Self { bindings: new }
    }

    /// What `keys`, typed one after the other, mean where `scope` holds.
    pub fn meaning(&self, keys: &[Key], scope: Scope) -> Meaning {
        let mut bindings = self
            .bindings
            .iter()
            .filter(|binding| binding.scope.intersects(scope));
        if let Some(binding) = bindings.clone().find(|binding| binding.keys == keys) {
            return Meaning::Action(binding.action);
        }
        if bindings.any(|binding| binding.keys.starts_with(keys)) {
            Meaning::Pending
        } else {
            Meaning::Unbound
        }
    }

    /// The rest of the chords of an action that begin with `typed` where `scope` holds, as they are written.
    pub fn rests(
        &self,
        typed: &[Key],
        action: Action,
        scope: Scope,
    ) -> impl Iterator<Item = String> {
        let bound = self
            .bindings
            .iter()
            .filter(move |it| it.action == action && it.scope.intersects(scope));
        bound.filter_map(move |binding| {
            let rest = binding.keys.strip_prefix(typed)?;
            (!rest.is_empty()).then(|| Key::write_chord(rest))
        })
    }

    /// The keys of an action where `scope` holds, as they are written, the one to show first.
    pub fn keys(&self, action: Action, scope: Scope) -> impl Iterator<Item = String> + '_ {
        let bound =
            move |binding: &&Binding| binding.action == action && binding.scope.intersects(scope);
        self.bindings
            .iter()
            .filter(bound)
            .map(|binding| Key::write_chord(&binding.keys))
    }

    /// The keys of an action, each with where it holds.
    pub fn bindings(&self, action: Action) -> impl Iterator<Item = (String, Scope)> + '_ {
        let bound = self.bindings.iter().filter(move |it| it.action == action);
        bound.map(|binding| (Key::write_chord(&binding.keys), binding.scope))
    }

    /// How an action is got at while reading: its first key, or else its name on the command line.
    pub fn way(&self, name: &str) -> String {
        let key = named(name).and_then(|action| self.keys(action, Scope::PANES).next());
        key.unwrap_or_else(|| format!(":{name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_is_bound_and_means_one_thing() {
        let keymap = Keymap::default();
        for entry in actions() {
            for &(written, scope) in entry.keys {
                let keys = Key::parse_chord(written).unwrap();
                for place in [Scope::TEXT, Scope::LIST, Scope::HELP, Scope::SELECT]
                    .into_iter()
                    .filter(|place| scope.contains(*place))
                {
                    assert_eq!(
                        keymap.meaning(&keys, place),
                        Meaning::Action(entry.action),
                        "{written}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_beginning_of_a_chord_waits() {
        let keymap = Keymap::default();
        assert_eq!(
            keymap.meaning(&[Key::char('Z')], Scope::TEXT),
            Meaning::Pending
        );
        assert_eq!(
            keymap.meaning(&[Key::char('Z'), Key::char('x')], Scope::TEXT),
            Meaning::Unbound
        );
    }

    #[track_caller]
    fn check(changes: &[(&str, Scope, Option<Action>)], keys: &str, expected: Meaning) {
        let change = |&(keys, scope, action): &(&str, _, _)| Change {
            keys: Key::parse_chord(keys).unwrap(),
            scope,
            action,
        };
        let keymap = Keymap::default().changed(changes.iter().map(change).collect());
        let keys = Key::parse_chord(keys).unwrap();
        assert_eq!(keymap.meaning(&keys, Scope::TEXT), expected);
    }

    #[test]
    fn new_keys_have_their_way() {
        const TEXT: Scope = Scope::TEXT;
        let down = Some(Action::Down);
        let top = Meaning::Action(Action::Top);
        check(&[("g", TEXT, down)], "g", Meaning::Action(Action::Down));
        check(&[("g", Scope::LIST, down)], "g", top);
        check(&[("gx", TEXT, down)], "g", Meaning::Pending);
        check(&[("gx", TEXT, down)], "gx", Meaning::Action(Action::Down));
        check(&[("Z", TEXT, down)], "ZZ", Meaning::Unbound);
        check(&[("g", TEXT, None)], "g", Meaning::Unbound);
        check(&[("Z", TEXT, None)], "ZZ", Meaning::Action(Action::Quit));
        check(
            &[("g", TEXT, down), ("g", TEXT, Some(Action::Top))],
            "g",
            top,
        );
    }

    #[test]
    fn every_action_has_a_key_of_plain_ascii_that_help_can_show() {
        for entry in actions() {
            assert!(
                entry.keys.iter().all(|(written, _)| written.is_ascii()),
                "{}",
                entry.label
            );
            assert!(!entry.keys.is_empty());
        }
    }
}
