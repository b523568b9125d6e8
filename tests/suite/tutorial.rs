//! The tutorial does what it says: its keys are keys, and what it promises to be in the list is there.

use sidenote::action::{Scope, named};
use sidenote::article::annotate;
use sidenote::article::section::Outline;
use sidenote::config::keymap::Keymap;
use sidenote::config::preset::Preset;
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::input::shipped::Shipped;

fn tutorial(keymap: &Keymap) -> String {
    let shipped = Shipped::tutorial(|name| keymap.way(name));
    shipped.text.to_string()
}

#[test]
fn it_names_actions_that_have_keys() {
    Shipped::tutorial(|name| {
        let action = named(name);
        assert!(action.is_some(), "{name}");
        let keymap = Keymap::default();
        let key = action.and_then(|it| keymap.keys(it, Scope::PANES).next());
        assert!(key.is_some(), "{name}");
        String::new()
    });
}

#[test]
fn it_names_the_keys_of_the_moment() {
    let less = Keymap::default().changed(Preset::Less.changes());
    assert!(tutorial(&Keymap::default()).contains("`?` shows all of them"));
    assert!(tutorial(&less).contains("`h` shows all of them"));
}

#[test]
fn what_it_speaks_of_is_in_the_list() {
    let document = Document::read(tutorial(&Keymap::default()), Format::Markdown);
    let found = annotate(&document, &Outline::of(&document));
    let speaker = |words: &str| {
        let is_it = |span| document.visible(span).contains(words);
        let quote = found.quotes.iter().find(|quote| is_it(quote.span)).unwrap();
        quote.speaker.as_ref().unwrap().name.clone()
    };
    assert_eq!(speaker("four crossings"), "Ilse Brandt");
    assert_eq!(speaker("need courage"), "Ola Reimers");
    assert_eq!(speaker("rather lose an hour"), "Ilse Brandt");
    for promised in ["promised to go on", "will wait for the train"] {
        let is_it = |span| document.visible(span).contains(promised);
        assert!(
            found.guarantees.iter().any(|it| is_it(it.span)),
            "{promised}"
        );
    }
}
