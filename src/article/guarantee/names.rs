//! The fullest name of whoever gives a guarantee, as far as the guarantees themselves tell.

use std::collections::HashMap;

use super::Guarantee;

/// More words than this are no name.
const LONGEST_NAME: usize = 5;

/// Gives an actor who is called by a surname the full name that another guarantee calls it by.
pub(super) fn complete(guarantees: &mut [Guarantee]) {
    let mut fullest: HashMap<String, String> = HashMap::new();
    for actor in guarantees
        .iter()
        .filter_map(|guarantee| guarantee.actor.as_ref())
    {
        if let Some(last) = actor.name.split(' ').next_back()
            && is_full_name(&actor.name)
        {
            let known = fullest.entry(last.to_owned()).or_default();
            if known.len() < actor.name.len() {
                known.clone_from(&actor.name);
            }
        }
    }
    for actor in guarantees
        .iter_mut()
        .filter_map(|guarantee| guarantee.actor.as_mut())
    {
        if let Some(name) = fullest.get(&actor.name) {
            actor.name.clone_from(name);
        }
    }
}

/// Two words or more, all of them capitalised.
fn is_full_name(name: &str) -> bool {
    let mut words = name.split(' ');
    let count = words.clone().count();
    (2..=LONGEST_NAME).contains(&count) && words.all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use crate::doc::format::Format;

    #[test]
    fn a_surname_stands_for_the_full_name() {
        let text = "Anna Low promised to pay. Low vowed to stay. The mayor pledged to help.";
        let (_, guarantees) = testing::read(text, Format::Text);
        let names: Vec<_> = guarantees
            .iter()
            .filter_map(|guarantee| guarantee.actor.as_ref())
            .map(|actor| actor.name.as_str())
            .collect();
        assert_eq!(names, ["Anna Low", "Anna Low", "The mayor"]);
    }
}
