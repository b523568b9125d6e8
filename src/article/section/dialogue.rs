//! A dialogue: turns with labels, by those who ask and those who answer.
//!
//! Labels make a dialogue when they change from turn to turn and the turns of some end with questions and those of others do not.
//! `Note:` and `Example:` do neither. Where two take strict turns as people do who talk, one question is enough. A name is written out
//! once and then with its initials or its last word.

use std::collections::HashMap;
use std::sync::Arc;

use super::evidence::{Candidate, Evidence};
use crate::text::label::Part;
use crate::text::tone::Tone;

/// Fewest turns of a speaker without whom it would not be the same conversation.
const FEWEST: usize = 2;

/// What the speakers of a text do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dialogue {
    /// For each name its speaker: the number of the fullest name of the same one, and what that one does.
    speakers: Vec<Option<Speaker>>,
}

/// One who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) struct Speaker {
    /// The number of the fullest name.
    pub(in crate::article) name: usize,
    /// Whether this one asks or answers.
    pub(in crate::article) part: Part,
}

/// How often somebody speaks, and asks.
#[derive(Clone, Copy, Default)]
struct Tally {
    turns: usize,
    /// Turns in which something is asked.
    asking: usize,
    /// Turns that end with it.
    asked: usize,
    /// Turns in which something is asked or asked for.
    pleading: usize,
    /// Turns that speak to another.
    addressing: usize,
    /// Turns in which somebody speaks of himself.
    confiding: usize,
    part: Option<Part>,
}

impl Dialogue {
    /// The dialogue of a text; empty when its labels make none.
    pub(super) fn of(evidence: &Evidence) -> Self {
        let full = full_names(&evidence.names);
        let tallies = tally(&evidence.candidates, &full);
        let asks_once = tallies
            .iter()
            .any(|it| it.part == Some(Part::Question) && it.asked > 0);
        let speaks = |name: usize| {
            tallies[name].turns >= FEWEST || asks_once && tallies[name].part.is_some()
        };
        let turns: Vec<_> = voices(&evidence.candidates)
            .map(|(_, name)| full[name])
            .filter(|&name| speaks(name))
            .collect();
        let mut parts = parts(&tallies, speaks);
        if !parts.contains(&Some(Part::Question))
            && let Some(asker) = asker_in_turns(&turns, &tallies, &evidence.names)
        {
            parts[asker] = Some(Part::Question);
        }
        let does = |part| parts.contains(&Some(part));
        let changes = turns.windows(2).filter(|pair| pair[0] != pair[1]).count();
        let alternates = 3 * changes + 2 >= 2 * turns.len();
        if !alternates || !does(Part::Question) || !does(Part::Answer) {
            return Self::default();
        }
        let speaker = |&name: &usize| parts[name].map(|part| Speaker { name, part });
        Self {
            speakers: full.iter().map(speaker).collect(),
        }
    }

    /// Who begins to speak with a block.
    pub(super) fn speaker(&self, candidate: &Candidate) -> Option<Speaker> {
        *self.speakers.get(candidate.voice?.name)?
    }

    /// Whether nobody speaks.
    pub(super) fn is_empty(&self) -> bool {
        self.speakers.is_empty()
    }
}

/// The candidates with labels, each with the number of its name.
fn voices(candidates: &[Candidate]) -> impl Iterator<Item = (&Candidate, usize)> {
    candidates
        .iter()
        .filter_map(|candidate| Some((candidate, candidate.voice?.name)))
}

fn tally(candidates: &[Candidate], full: &[usize]) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); full.len()];
    for (candidate, name) in voices(candidates) {
        let tally = &mut tallies[full[name]];
        tally.turns += 1;
        tally.asking += usize::from(candidate.tone == Tone::Question);
        tally.asked += usize::from(candidate.ends_asking);
        tally.pleading += usize::from(candidate.tone != Tone::Statement);
        tally.addressing += usize::from(candidate.speaks_to_another());
        tally.confiding += usize::from(candidate.talk.of_oneself);
        tally.part = candidate.voice.and_then(|voice| voice.part);
    }
    tallies
}

/// Who asks and who answers. One asks who does so in half of the turns, and ends a third of them with it: who answers may ask on the way. Where
/// all do, it is the one who ends so most.
fn parts(tallies: &[Tally], speaks: impl Fn(usize) -> bool) -> Vec<Option<Part>> {
    let asks = |tally: &Tally| match tally.part {
        Some(part) => part == Part::Question && tally.asked > 0,
        None => {
            tally.asking >= FEWEST
                && 2 * tally.asking >= tally.turns
                && 3 * tally.asked >= tally.turns
        }
    };
    let speakers = || (0..tallies.len()).filter(|&name| speaks(name));
    let all_ask = speakers().all(|name| asks(&tallies[name]));
    let most = speakers().max_by(|&a, &b| {
        let (a, b) = (&tallies[a], &tallies[b]);
        (a.asked * b.turns).cmp(&(b.asked * a.turns))
    });
    let part = |name: usize| {
        let is_asker = asks(&tallies[name]) && (!all_ask || Some(name) == most);
        if is_asker {
            Part::Question
        } else {
            Part::Answer
        }
    };
    (0..tallies.len())
        .map(|name| speaks(name).then(|| part(name)))
        .collect()
}

/// Who asks where two take strict turns: the one who asks at all, or asks more than the other. That they talk with each other is told by their
/// names of several words, or by what they say: half of the turns of one are said to another, who speaks of himself.
fn asker_in_turns(turns: &[usize], tallies: &[Tally], names: &[Arc<str>]) -> Option<usize> {
    let &[first, second, ..] = turns else {
        return None;
    };
    let pair = [first, second];
    let are_strict = turns
        .windows(2)
        .all(|it| it[0] != it[1] && pair.contains(&it[1]));
    let pleading = |name: usize| tallies[name].pleading;
    let [asker, other] = if pleading(second) > pleading(first) {
        [second, first]
    } else {
        pair
    };
    let (asks, answers) = (tallies[asker], tallies[other]);
    let has_asked = asks.pleading > answers.pleading && asks.part.is_none();
    let is_said = 2 * asks.addressing >= asks.turns && answers.confiding > 0;
    let are_named = || pair.iter().all(|&name| is_full(&names[name]));
    (are_strict && has_asked && (is_said || are_named())).then_some(asker)
}

/// Whether a name is that of a person with all its words: `Ann Lee`.
fn is_full(name: &str) -> bool {
    let name = name.split('(').next().unwrap_or(name);
    let begins_name =
        |word: &str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    name.split_whitespace()
        .filter(|word| begins_name(word))
        .count()
        >= 2
        && name
            .split_whitespace()
            .all(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
}

/// For each name the number of the fullest one of the same speaker: `AL` and `Lee` after `Ann Lee`.
fn full_names(names: &[Arc<str>]) -> Vec<usize> {
    let mut short: HashMap<String, Option<usize>> = HashMap::new();
    for (number, name) in names.iter().enumerate() {
        for form in short_forms(name) {
            short
                .entry(form)
                .and_modify(|known| *known = None)
                .or_insert(Some(number));
        }
    }
    let full = |number: usize| {
        let form = names[number].replace('.', "");
        short.get(&form).copied().flatten().unwrap_or(number)
    };
    (0..names.len()).map(full).collect()
}

/// What a name of several words is shortened to: its initials, those in brackets behind it, its first word, its last.
fn short_forms(name: &str) -> Vec<String> {
    let (name, bracketed) = match name.split_once('(') {
        Some((name, rest)) => (name, rest.trim_end_matches(')').trim()),
        None => (name, ""),
    };
    let words: Vec<_> = name.split_whitespace().collect();
    if words.len() < 2 {
        return Vec::from_iter((!bracketed.is_empty()).then(|| bracketed.to_owned()));
    }
    let initials: String = words
        .iter()
        .filter_map(|word| word.chars().next())
        .collect();
    let mut forms = vec![initials.to_uppercase()];
    forms.extend([words[0].to_owned(), words[words.len() - 1].to_owned()]);
    if !bracketed.is_empty() && bracketed != forms[0] {
        forms.push(bracketed.to_owned());
    }
    forms
}
