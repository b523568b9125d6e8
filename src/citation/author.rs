//! Authors as lists of references have them: `Lee, A.`
//!
//! Only what looks like the name of a person is turned round: two to four words with capitals, none of which names a body or an
//! office. Everything else stays as it stands.

/// Words of names that are no person's.
const BODIES: &[&str] = &[
    "Agency",
    "Agencies",
    "Associated",
    "Association",
    "Board",
    "Bureau",
    "Center",
    "Centre",
    "Columnist",
    "Committee",
    "Company",
    "Contributor",
    "Correspondent",
    "Council",
    "Department",
    "Desk",
    "Editor",
    "Editorial",
    "Editors",
    "Foundation",
    "Group",
    "Inc",
    "Institute",
    "Journal",
    "Ltd",
    "Magazine",
    "Media",
    "Ministry",
    "Network",
    "News",
    "Newsroom",
    "Office",
    "Post",
    "Press",
    "Reporter",
    "Reporters",
    "Reuters",
    "Review",
    "Service",
    "Society",
    "Staff",
    "Team",
    "The",
    "Times",
    "Union",
    "University",
    "Writer",
    "Writers",
];

/// Small words that belong to the family name behind them.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le",
    "ten", "ter", "van", "von",
];

/// What may stand behind a family name.
const SUFFIXES: &[&str] = &["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Author {
    /// The family name, or the whole name of a body.
    pub(super) family: String,
    /// Initials of the other names, with what stands behind the family name; empty for a body.
    initials: String,
}

impl Author {
    /// The authors that a byline names. What stands behind a person and is none, an office or an agency, is left out; a byline that does
    /// not begin with a person is one body.
    pub(super) fn all(byline: &str) -> Vec<Self> {
        let parts = byline
            .replace(" and ", ", ")
            .replace(" & ", ", ")
            .replace(';', ",");
        let mut parts = parts.split(',').map(str::trim).filter(|it| !it.is_empty());
        match parts.next().map(Self::person) {
            Some(Some(first)) => std::iter::once(first)
                .chain(parts.filter_map(Self::person))
                .collect(),
            _ => vec![Self {
                family: byline.to_owned(),
                initials: String::new(),
            }],
        }
    }

    fn person(name: &str) -> Option<Self> {
        let mut words: Vec<_> = name.split(' ').filter(|it| !it.is_empty()).collect();
        let suffix = words.pop_if(|last| SUFFIXES.contains(last));
        let is_name = |word: &&str| {
            word.starts_with(char::is_uppercase) && !BODIES.contains(&word.trim_end_matches('.'))
        };
        let is_person = (2..=4).contains(&words.len())
            && words
                .iter()
                .all(|word| is_name(word) || PARTICLES.contains(word))
            && words.last().is_some_and(is_name)
            && words.first().is_some_and(is_name);
        if !is_person {
            return None;
        }
        let given = words.len() - 1;
        let given = words
            .iter()
            .take(given)
            .rposition(|word| !PARTICLES.contains(word))?
            + 1;
        let initials: Vec<_> = words.iter().take(given).map(|name| initial(name)).collect();
        let suffix = suffix.map_or_else(String::new, |suffix| format!(", {suffix}"));
        Some(Self {
            family: words.get(given..)?.join(" "),
            initials: initials.join(" ") + &suffix,
        })
    }

    /// `Lee, A.`
    pub(super) fn inverted(&self) -> String {
        if self.initials.is_empty() {
            return self.family.clone();
        }
        format!("{}, {}", self.family, self.initials)
    }
}

/// `J.-P.` of `Jean-Paul`
fn initial(name: &str) -> String {
    let parts = name.split('-').filter_map(|part| part.chars().next());
    let parts: Vec<_> = parts.map(|first| format!("{first}.")).collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(byline: &str, expected: &[&str]) {
        let authors: Vec<_> = Author::all(byline).iter().map(Author::inverted).collect();
        assert_eq!(authors, expected, "{byline}");
    }

    #[test]
    fn names_of_people_are_turned_round() {
        check("Ann Lee", &["Lee, A."]);
        check("Jean-Paul B. Moreau", &["Moreau, J.-P. B."]);
        check("Anna van der Berg", &["van der Berg, A."]);
        check("Bo Kim Jr.", &["Kim, B., Jr."]);
        check("Ann Lee and Bo Kim", &["Lee, A.", "Kim, B."]);
        check(
            "Ann Lee, Bo Kim & Cy Orr",
            &["Lee, A.", "Kim, B.", "Orr, C."],
        );
        check("Олена Коваль", &["Коваль, О."]);
    }

    #[test]
    fn names_of_others_stay_as_they_are() {
        check("Harbour News Staff", &["Harbour News Staff"]);
        check("Associated Harbours", &["Associated Harbours"]);
        check("lee", &["lee"]);
        check("Madonna", &["Madonna"]);
        check("山田太郎", &["山田太郎"]);
        check("Ann Lee, Harbour Correspondent", &["Lee, A."]);
        check("Harbour Press and Ann Lee", &["Harbour Press and Ann Lee"]);
    }
}
