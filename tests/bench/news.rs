//! News copy of any length: dense with names and quotes, as reports on politics are.
//!
//! It has about as many words, different words, capitals, paragraphs, quotes, guarantees and people as reports of an American election
//! year; `cargo bench --bench detectors` prints the shares of both.

use std::fmt::Write;

/// About `bytes` bytes of news copy.
pub(crate) fn news(bytes: usize) -> String {
    let mut desk = Desk {
        text: String::with_capacity(bytes + 1000),
        state: 0x2545_F491_4F6C_DD1D,
        names: Vec::new(),
    };
    while desk.text.len() < bytes {
        desk.story();
    }
    desk.text
}

/// Where stories are written.
struct Desk {
    text: String,
    state: u64,
    /// Who is in the story: given name and surname.
    names: Vec<(&'static str, String)>,
}

const STORY: usize = 26;

impl Desk {
    fn story(&mut self) {
        self.names.clear();
        let place = self.built(true);
        for _ in 0..6 {
            let name = (self.pick(GIVEN), self.built(true));
            self.names.push(name);
        }
        self.line(
            "{Title} {First} {Last} Says {Noun} Talks In {Place} Are ‘Near Their End’\n\n",
            &place,
        );
        for _ in 0..STORY {
            let template = self.pick(PARAGRAPHS);
            self.line(template, &place);
            for _ in 0..self.number(4) / 2 {
                self.text.push(' ');
                let template = self.pick(SENTENCES);
                self.line(template, &place);
            }
            self.text.push_str("\n\n");
        }
    }

    /// What a template makes. All names in it are those of one person, but for those of `{Other}` and `{New}`.
    fn line(&mut self, template: &str, place: &str) {
        let who = self.number(self.names.len());
        let other = self.number(self.names.len());
        for (index, part) in template.split(['{', '}']).enumerate() {
            let (given, last) = self.names[who].clone();
            let (other_given, other_last) = self.names[other].clone();
            match (index % 2, part) {
                (0, words) => self.text.push_str(words),
                (_, "First") => self.text.push_str(given),
                (_, "Last") => self.text.push_str(&last),
                (_, "Other") => _ = write!(self.text, "{other_given} {other_last}"),
                (_, "Place") => self.text.push_str(place),
                (_, "New") => {
                    let (given, last) = (self.pick(GIVEN), self.built(true));
                    _ = write!(self.text, "{given} {last}");
                }
                (_, "Title") => self.put(TITLES),
                (_, "body") => self.put(BODIES),
                (_, "Noun") => self.built_word(true),
                (_, "verb") => self.put(VERBS),
                (_, "number") => _ = write!(self.text, "{}", self.state % 900 + 2),
                _ => self.noun(),
            }
        }
    }

    fn put(&mut self, words: &[&'static str]) {
        let word = self.pick(words);
        self.text.push_str(word);
    }

    /// A noun of everyday, or a rare one.
    fn noun(&mut self) {
        if self.number(5) < 2 {
            self.put(NOUNS);
        } else {
            self.built_word(false);
        }
    }

    fn built_word(&mut self, has_capital: bool) {
        let word = self.built(has_capital);
        self.text.push_str(&word);
    }

    /// A word made of syllables.
    fn built(&mut self, has_capital: bool) -> String {
        let mut word = String::new();
        let first = self.pick(ONSETS).chars().enumerate();
        word.extend(first.map(|(at, c)| {
            if at == 0 && has_capital {
                c.to_ascii_uppercase()
            } else {
                c
            }
        }));
        for _ in 0..=self.number(2) {
            word.push_str(self.pick(RHYMES));
            word.push_str(self.pick(ONSETS));
        }
        word.push_str(self.pick(ENDS));
        word
    }

    fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.number(among.len())]
    }

    /// A number below `end`, the next of a fixed row.
    fn number(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 33).expect("31 bits") % end
    }
}

const PARAGRAPHS: &[&str] = &[
    "“We are not going to wait for another {noun} to tell us that the {noun} is broken and that the people of {Place} have had to live with it for {number} years,” {Last} said on Tuesday, a day after the {noun} in {Place}.",
    "The {noun} came as {Title} {First} {Last} met with the {body} over the {noun}, the {noun} and the {noun} that had been put off since March.",
    "“It is a {noun},” {First} {Last}, who runs the {Place} {body}, told reporters. “Nobody here in {Place} has seen a {noun} like that since the {noun} of the Nineties, and nobody whom I know wants to see one again.”",
    "{Last}’s {noun} has {verb} by {number} percent since the {noun}, according to a {noun} that the {body} released last week.",
    "Still, the {noun} left many in {Place} with the feeling that little of the {noun} had changed, and that the {noun} would not come before the fall.",
    "“You can’t run a {noun} on a {noun},” said {New}, a professor of {noun} at {Noun} University. “That is the whole {noun} in a word, and {Last} knows it as well as {Other} does.”",
    "The {body} {verb} the {noun} in a {number}-page {noun}, saying that it was “deeply {noun}” and that the {noun} had no place in {Place}.",
    "A spokesman for {Last} did not respond to a request for comment on the {noun}.",
    "{Last} has called the {noun} “a {noun} in search of a {noun},” and his {noun} has {verb} {Other} over it, at rallies and on the radio.",
    "{Other}, the former {Title} who {verb} the {noun}, disagreed. “The {noun} of {Place} deserves better than a {noun} that was written by the {Noun} {body} in a night,” she said in a {noun}.",
    "In {Place}, where {number} of the {noun} live, the {noun} was met with a shrug; the {noun} and the {noun} had been there before.",
    "The {Noun} {Noun} Act, which {verb} the {noun} in {number}, was written by {New} and {New} of the {body}.",
    "He added that the {noun} was {verb} under a {noun} that the {body} has had for years, and that the {noun} was not the first.",
    "“I think the {noun} is what people are tired of, from {Place} to Washington,” {Last} said. “They want a {noun}. They want a {noun} they can see, and they have told the {body} so again and again.”",
    "{Last} promised to publish the {noun} by the end of the month, and said the {body} would pay for the {noun}.",
    "Asked about the {noun}, {Last} laughed. “Ask the {noun},” he said.",
    "The {noun}, first reported by the {Place} {Noun}, {verb} {number} people from the {noun} to the {noun} of the {Noun} valley within a week.",
    "“This {noun},” {Other} wrote on Twitter, “is about {noun}, and {noun}, and the {noun} that {Last} would rather not hear of, and nothing else.”",
    "{First} {Last} and {New} {verb} in the {noun} of {Place} for the {number}th time this year, with the {noun} of the {body} looking on.",
    "But the {noun} of {Noun} County {verb} the {noun} again, and by Friday the {noun} had {verb} to {number} {noun}s, the {body} said.",
    "Democrats said that the {noun} could cost the {body} as much as ${number} million, and that the {noun} was “dead on arrival.”",
    "The {noun} was {verb} on the {noun}, {number} days before the {noun}, by a {noun} who asked not to be named because the {noun} is not public.",
];

/// What goes on with a paragraph: nobody is quoted, and few are named.
const SENTENCES: &[&str] = &[
    "The {noun} is one of {number} that the {Place} {body} has looked into since {Last}’s {noun} began, and the {noun} has been slow to give up its {noun}.",
    "Even before the {noun}, the {noun} of {noun} and {noun} had {verb} most of the people who still live along the {Noun} river and work in its {noun}s.",
    "That would leave the {noun} without a {noun}, a {noun} or any other {noun} of the sort that the {body} used to have in the years of {Title} {Other}.",
    "On Monday, {Last} and the {Noun} {body} {verb} the {noun} for the second time in a month; the first {noun} had ended with a {noun} and no {noun} at all.",
    "Much of it turns on the {noun}: how large the {noun} is, who holds the {noun}, and whether the {noun} that {Last} and {Other} made in {Noun} last summer still stands.",
    "By then the {noun} had {verb} through {Noun}, {Noun} and {Noun}, and the {noun} was short of {noun}, {noun} and {noun}.",
    "It was the {noun} of a long {noun} over {noun} that {Last} and the {body} have had since the {noun} of {number}.",
];

const GIVEN: &[&str] = &[
    "Ann", "Robert", "Maria", "James", "Linda", "Peter", "Susan", "David", "Karen", "Paul",
    "Laura", "Mark", "Julia", "Thomas", "Emily", "George", "Alice", "Frank", "Helen", "Martin",
    "Nancy", "Oscar", "Carol", "Victor", "Diane", "Henry", "Rachel", "Simon",
];

const TITLES: &[&str] = &[
    "Mayor",
    "Senator",
    "Governor",
    "President",
    "Secretary",
    "Judge",
    "Sheriff",
    "Professor",
    "Rep.",
    "Sen.",
    "Gov.",
    "Attorney General",
];

const BODIES: &[&str] = &[
    "White House",
    "city council",
    "Justice Department",
    "campaign",
    "party",
    "committee",
    "Harbour Board",
    "House",
    "union",
    "board",
    "company",
    "Senate Finance Committee",
    "agency",
    "FBI",
    "commission",
];

const VERBS: &[&str] = &[
    "defended",
    "dismissed",
    "fallen",
    "risen",
    "criticised",
    "passed",
    "blocked",
    "attacked",
    "moved",
    "met",
    "drawn",
    "delayed",
    "rejected",
    "welcomed",
    "described",
    "opened",
    "seen",
    "approved",
];

const NOUNS: &[&str] = &[
    "plan",
    "vote",
    "debate",
    "law",
    "report",
    "budget",
    "bridge",
    "harbour",
    "election",
    "speech",
    "policy",
    "tax",
    "border",
    "school",
    "hospital",
    "investigation",
    "record",
    "letter",
    "question",
    "race",
    "rally",
    "poll",
    "fund",
    "city",
    "water",
    "road",
    "hearing",
    "statement",
    "campaign",
    "strategy",
    "market",
    "job",
    "wage",
    "immigration",
    "security",
    "health",
    "energy",
    "week",
    "night",
    "room",
];

const ONSETS: &[&str] = &[
    "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
    "r", "s", "sh", "st", "t", "tr", "v", "w",
];

const RHYMES: &[&str] = &[
    "a", "e", "i", "o", "u", "ai", "ea", "or", "en", "al", "in", "ou",
];

const ENDS: &[&str] = &[
    "er", "o", "ing", "and", "ell", "ion", "ity", "ow", "ard", "ess", "ent", "ism", "en", "age",
];
