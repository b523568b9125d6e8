//! What help tells besides the keys.

use crate::action::{Action, Scope};
use crate::app::App;
use crate::app::list::map;

/// What the letters beside the text mean.
const LETTERS: &str = "In the gutter: Q a quote, G a guarantee, g a paragraph that elaborates one.";

/// Where all this is learnt.
const TUTORIAL: &str = "sidenote --tutorial teaches all this by doing.";

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

/// All of them: what signs mean, then what else is to be known.
pub(super) fn notes(app: &App) -> [Notes; 2] {
    let key = |action| app.keymap.keys(action, Scope::TEXT).next();
    let [down, percent] = [Action::Down, Action::Percent].map(|it| key(it).unwrap_or_default());
    let leads = app.symbols.of("↔");
    let signs = vec![
        LETTERS.to_owned(),
        format!(
            "In the list: ? after a name that is a guess, = the same words again, {leads} more about it."
        ),
        format!("On the map: {}.", app.symbols.write(map::LEGEND)),
    ];
    let mut others = vec![
        format!("A number before a key repeats it (5{down}) or says how far (40{percent})."),
        TUTORIAL.to_owned(),
    ];
    others.extend(app.config.as_ref().map(|file| {
        format!(
            "Settings and keys are read from {file}; sidenote --print-config prints all there are."
        )
    }));
    others.extend([RULES, MEASURED].map(str::to_owned));
    [("Signs", signs), ("Good to know", others)].map(|(title, notes)| Notes { title, notes })
}
