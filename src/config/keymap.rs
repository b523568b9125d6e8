//! The keymap: which keys mean which action, and where.

use super::key::Key;
use crate::action::{ACTIONS, Action, Scope};

/// The bindings of the moment.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

#[derive(Clone, Debug)]
struct Binding {
    keys: Vec<Key>,
    scope: Scope,
    action: Action,
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
        let bindings = ACTIONS.iter().flat_map(|entry| {
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

    /// The keys of an action where `scope` holds, as they are written, the one to show first.
    pub fn keys(&self, action: Action, scope: Scope) -> impl Iterator<Item = String> + '_ {
        let bound =
            move |binding: &&Binding| binding.action == action && binding.scope.intersects(scope);
        self.bindings
            .iter()
            .filter(bound)
            .map(|binding| binding.keys.iter().map(Key::to_string).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_is_bound_and_means_one_thing() {
        let keymap = Keymap::default();
        for entry in ACTIONS {
            for &(written, scope) in entry.keys {
                let keys = Key::parse_chord(written).unwrap();
                for place in [Scope::TEXT, Scope::LIST, Scope::HELP]
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

    #[test]
    fn every_action_has_a_key_of_plain_ascii_that_help_can_show() {
        for entry in ACTIONS {
            assert!(
                entry.keys.iter().all(|(written, _)| written.is_ascii()),
                "{}",
                entry.label
            );
            assert!(!entry.keys.is_empty());
        }
    }
}
