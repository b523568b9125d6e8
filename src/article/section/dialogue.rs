//! A dialogue: turns with labels, by those who ask and those who answer.
//!
//! Labels make a dialogue when they change from turn to turn and the turns of some end with questions and those of others do not.
//! `Note:` and `Example:` do neither. Where two take strict turns as people do who talk, one question is enough. Who is asked may ask back:
//! one asks who does so at once, or was the first to. A name is written out once and then with its initials or its last word; `Reporter 1` and
//! `Reporter 2` are several, who do the same.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::evidence::{Candidate, Evidence};
use crate::text::label::{Part, is_notice};
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
    /// Turns that begin with a question, or by asking for something.
    at_once: usize,
    /// Which turn is the first, from the end of the text: the more, the earlier.
    first: usize,
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
        let each = tally(&evidence.candidates, &full);
        let peers = peers(&evidence.names, &full, &each);
        let tallies = tally(&evidence.candidates, &peers);
        let asks_once = tallies
            .iter()
            .any(|it| it.part == Some(Part::Question) && it.asked > 0);
        let speaks = |name: usize| {
            tallies[name].turns >= FEWEST || asks_once && tallies[name].part.is_some()
        };
        let turns: Vec<_> = voices(&evidence.candidates)
            .map(|(_, name)| peers[name])
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
        for (name, part) in passers_by(evidence, &peers, &parts) {
            parts[name] = Some(part);
        }
        let speaker = |(&name, &peer): (&usize, &usize)| {
            let part = parts[peer]?;
            Some(Speaker { name, part })
        };
        Self {
            speakers: full.iter().zip(&peers).map(speaker).collect(),
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
    for (at, (candidate, name)) in voices(candidates).enumerate() {
        let (tally, said) = (&mut tallies[full[name]], candidate.spoken());
        if tally.turns == 0 {
            tally.first = usize::MAX - at;
        }
        tally.turns += 1;
        tally.asking += usize::from(said.tone == Tone::Question);
        tally.asked += usize::from(said.ends_asking);
        tally.at_once += usize::from(said.asks_at_once);
        tally.pleading += usize::from(said.tone != Tone::Statement);
        tally.addressing += usize::from(said.speaks_to_another());
        tally.confiding += usize::from(said.talk.of_oneself);
        tally.part = candidate.voice.and_then(|voice| voice.part);
    }
    tallies
}

/// For each name the number of the one whose turns count as its own: that of the fullest name, or of the first in a row of numbered ones who
/// speak once each.
fn peers(names: &[Arc<str>], full: &[usize], each: &[Tally]) -> Vec<usize> {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut peer = |&name: &usize| {
        let stem = names[name].trim_end_matches(|c: char| c.is_ascii_digit());
        let is_numbered = stem.ends_with(' ') && stem.len() < names[name].len();
        if is_numbered && each[name].turns == 1 && each[name].part.is_none() {
            *first.entry(stem).or_insert(name)
        } else {
            name
        }
    };
    full.iter().map(&mut peer).collect()
}

/// Those who say one thing between the turns of others, each with what it is: a name of several words or in a row of numbered ones, or one
/// who asks or is asked. An editor’s note is none.
fn passers_by(evidence: &Evidence, peers: &[usize], parts: &[Option<Part>]) -> Vec<(usize, Part)> {
    let voices: Vec<_> = voices(&evidence.candidates).collect();
    let speaks = |&(_, name): &(&Candidate, usize)| parts[peers[name]].is_some();
    let first = voices.iter().position(speaks).unwrap_or(voices.len());
    let last = voices.iter().rposition(speaks).unwrap_or_default();
    let stem = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    let known: HashSet<_> = voices
        .iter()
        .filter(|voice| speaks(voice))
        .map(|&(_, name)| stem(&evidence.names[name]))
        .collect();
    let passer_by = |at: usize| {
        let (candidate, name) = voices[at];
        let called = &evidence.names[name];
        let is_asked = || {
            let above = at.checked_sub(1).map(|above| voices[above].0);
            above.is_some_and(|above| above.spoken().ends_asking)
        };
        let said = candidate.spoken();
        let is_one = !candidate.voice?.is_alone
            && !is_notice(called)
            && parts[peers[name]].is_none()
            && (is_full(called)
                || known.contains(&stem(called))
                || !called.contains(' ') && (said.ends_asking || is_asked()));
        let part = if said.ends_asking && said.asks_at_once {
            Part::Question
        } else {
            Part::Answer
        };
        is_one.then_some((peers[name], part))
    };
    (first..last).filter_map(passer_by).collect()
}

/// Who asks and who answers. One asks who does so in half of the turns, and ends a third of them with it: who answers may ask on the way, or
/// ask back, but never at once. Where all do, it is the one who ends so most, does so at once, or was the first.
fn parts(tallies: &[Tally], speaks: impl Fn(usize) -> bool) -> Vec<Option<Part>> {
    let speakers = || (0..tallies.len()).filter(|&name| speaks(name));
    let is_asked_at_once = speakers().any(|name| tallies[name].at_once > 0);
    let asks = |tally: &Tally| match tally.part {
        Some(part) => part == Part::Question && tally.asked > 0,
        None => {
            tally.asking >= FEWEST
                && 2 * tally.asking >= tally.turns
                && 3 * tally.asked >= tally.turns
                && (tally.at_once > 0 || !is_asked_at_once)
        }
    };
    let all_ask = speakers().all(|name| asks(&tallies[name]));
    let most = speakers().max_by(|&a, &b| {
        let (a, b) = (&tallies[a], &tallies[b]);
        let share = |one: usize, other: usize| (one * b.turns).cmp(&(other * a.turns));
        share(a.asked, b.asked)
            .then(share(a.at_once, b.at_once))
            .then(a.first.cmp(&b.first))
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

/// Who asks where two take strict turns: the one who asks at all, who asks at once or more than the other, or was the first to. That they talk
/// with each other is told by their names of several words, or by what they say: half of the turns of one are said to another, who speaks of
/// himself or asks back.
fn asker_in_turns(turns: &[usize], tallies: &[Tally], names: &[Arc<str>]) -> Option<usize> {
    let &[first, second, ..] = turns else {
        return None;
    };
    let pair = [first, second];
    let are_strict = turns
        .windows(2)
        .all(|it| it[0] != it[1] && pair.contains(&it[1]));
    let zeal = |name: usize| (tallies[name].at_once, tallies[name].pleading);
    let [asker, other] = if zeal(second) > zeal(first) {
        [second, first]
    } else {
        pair
    };
    let (asks, answers) = (tallies[asker], tallies[other]);
    let has_asked = asks.pleading > 0 && asks.part.is_none();
    let is_said = 2 * asks.addressing >= asks.turns && answers.confiding + answers.pleading > 0;
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
