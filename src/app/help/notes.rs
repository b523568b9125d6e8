//! What help tells besides the keys.

use crate::action::{Action, Scope};
use crate::app::App;
use crate::app::list::map;

/// What stands where on the screen.
const SCREEN: [&str; 3] = [
    "At the top: the title and where you are; §2/9 is the second of nine sections, ¶3 its third paragraph. Below: the question, \
then its answer.",
    "Beside it: the list, sections with their quotes and guarantees. At the foot: the keys of the moment.",
    "In the gutter: Q a quote, G a guarantee, g a paragraph that elaborates one.",
];

/// Where all this is learnt.
const TUTORIAL: &str = "sidenote --tutorial teaches all this by doing.";

/// The keys that are made of letters.
const FAMILIES: &str = "Letters alone do everything: W where to, L the list, S searching, D display and program. After the first, the others are shown.";

/// What is to be known of all that is listed.
const RULES: &str = "Quotes and guarantees are found by rules. What is listed stands in the text; some can be missed.";

/// What was measured, on what, and on what not.
pub const MEASURED: &str = "Measured on 84 annotated US political news articles of November 2016 (PolNeAR): F1 97.8 for finding quotes, \
88.6 for finding them with the right speaker. On sentences and lists sampled from such news, precision and recall: commitments 88 and 84, \
list items 90 and 89. Not measured: interviews, court records, letters, posts, press releases, headlines, poetry, dialogue, block quotations, \
other languages.";

/// Notes that belong together.
pub(super) struct Notes {
    /// What they have in common, as a heading.
    pub(super) title: &'static str,
    /// Each a paragraph.
    pub(super) notes: Vec<String>,
}

/// How to read all this: what stands where, what signs mean, the keys that do most.
pub(super) fn beginning(app: &App) -> Notes {
    let leads = app.symbols.of("↔");
    let mut notes = SCREEN.map(str::to_owned).to_vec();
    notes.push(format!(
        "In the list: ? after a name that is a guess, = the same words again, {leads} more about it."
    ));
    notes.push(format!("Most of it: {}.", keys_that_do_most(app)));
    notes.extend([FAMILIES, TUTORIAL].map(str::to_owned));
    Notes {
        title: "How to read this",
        notes,
    }
}

fn keys_that_do_most(app: &App) -> String {
    let told = [
        (Action::NextQuestion, "the next question"),
        (Action::PageDown, "a page"),
        (Action::NextItem, "the next quote or guarantee"),
        (Action::SwapPane, "to the list and back"),
        (Action::Search, "search"),
    ];
    let told = told.into_iter().filter_map(|(action, does)| {
        let key = app.keymap.keys(action, Scope::TEXT).next()?;
        Some(format!("{key} {does}"))
    });
    told.collect::<Vec<_>>().join(", ")
}

/// What else is to be known.
pub(super) fn end(app: &App) -> Notes {
    let key = |action| app.keymap.keys(action, Scope::TEXT).next();
    let [down, percent] = [Action::Down, Action::Percent].map(|it| key(it).unwrap_or_default());
    let mut others = vec![
        format!(
            "In the text a number before a key repeats it (5{down}) or says how far (40{percent}); in the list digits choose what is listed."
        ),
        format!("On the map: {}.", app.symbols.write(map::LEGEND)),
    ];
    others.extend(app.config.as_ref().map(|file| {
        format!(
            "Settings and keys are read from {file}; sidenote --print-config prints all there are."
        )
    }));
    others.extend([RULES, MEASURED].map(str::to_owned));
    Notes {
        title: "Good to know",
        notes: others,
    }
}
