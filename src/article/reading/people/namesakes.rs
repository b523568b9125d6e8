//! Namesakes: which one of those who share a last name is meant.
//!
//! Title, suffix and gender leave some of them out; of the others it is who was just named in full, or else who is named most.

use smallvec::SmallVec;

use super::figure::{Figure, FigureId, Nature};
use super::{Naming, People};
use crate::article::chapter::glossary::WordId;

/// For how many passages a full name decides whom a bare surname means that several share.
const FRESH: usize = 2;

/// How many figures of the same last name are told apart.
const NAMESAKES: usize = 40;

/// Figures that share a word of their names.
pub(super) type Namesakes = SmallVec<[FigureId; 2]>;

/// Who was named in full last, with the passage and the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latest {
    figure: FigureId,
    scene: usize,
    sentence: Option<u32>,
}

impl People<'_> {
    /// Those who bear a last name, the last that was entered first.
    pub(super) fn bearers(
        &self,
        key: WordId,
    ) -> impl DoubleEndedIterator<Item = (FigureId, &Figure)> {
        let same = self.by_key.get(&key).map_or(&[][..], SmallVec::as_slice);
        let recent = same.iter().rev().take(NAMESAKES);
        recent.filter_map(|&id| Some((id, self.figure(id)?)))
    }

    /// The figure that a full name fits: rather one of the same name than one of a longer or shorter one. *Jr.* makes another name.
    pub(super) fn fitting(
        &self,
        parts: &[WordId],
        suffix: Option<WordId>,
        nature: Nature,
    ) -> Option<FigureId> {
        let key = *parts.last()?;
        let is_same = |it: &Figure| it.suffix == suffix && it.parts.as_slice() == parts;
        let fits = |it: &Figure| {
            let is_body = nature == Nature::Body || it.nature == Nature::Body;
            let is_one = it.suffix == suffix || it.parts.len() == 1;
            is_one && !is_body && self.is_compatible(&it.parts, parts)
        };
        let earliest = || self.bearers(key).rev();
        let found = earliest().find(|(_, it)| is_same(it));
        let found = found.or_else(|| earliest().find(|(_, it)| fits(it)));
        found.map(|(id, _)| id)
    }

    /// Whether two names of the same last word can be one person’s: *Donald J. Trump* and *Donald Trump*, *B. Lee* and *Ben Lee*, but not
    /// *Bo A. Lee* and *Bo C. Lee*.
    fn is_compatible(&self, one: &[WordId], other: &[WordId]) -> bool {
        let is_form = |a: WordId, b: WordId| {
            a == b || is_short_form(self.glossary.text(a), self.glossary.text(b))
        };
        match (one, other) {
            ([a, middle, .., _], [b, other_middle, .., _]) => {
                is_form(*a, *b) && is_form(*middle, *other_middle)
            }
            ([a, _, ..], [b, _, ..]) => is_form(*a, *b),
            _ => true,
        }
    }

    /// The figure with this last name. Of several of the right gender, the one with the title, or that was just named in full, or else is
    /// named most.
    pub(super) fn by_surname(&self, key: WordId, naming: &Naming<'_>) -> Option<FigureId> {
        let (gender, suffix) = (naming.gender(), naming.suffix(self.glossary));
        let is_of_gender =
            |it: &Figure| gender.is_none() || it.gender.is_none() || it.gender == gender;
        let is_of_suffix = |it: &Figure| match suffix {
            Some(_) => it.suffix == suffix,
            None => !self.is_left_out(it),
        };
        // A suffix that none of them has tells nothing.
        let tells = suffix.is_none() || self.bearers(key).any(|(_, it)| is_of_suffix(it));
        let may_be = |it: &Figure| is_of_gender(it) && (!tells || is_of_suffix(it));
        let bearers = || self.bearers(key).filter(|(_, it)| may_be(it));
        let title = naming.title_word(self.glossary);
        let mut titled = bearers().filter(|(_, it)| title.is_some() && it.title == title);
        if let (Some((only, _)), None) = (titled.next(), titled.next()) {
            return Some(only);
        }
        let latest = self.just_named(key, naming).filter(|_| gender.is_none());
        let latest = latest.filter(|&id| self.figure(id).is_some_and(may_be));
        let rank = |(_, it): &(FigureId, &Figure)| {
            let is_known = gender.is_some() && it.gender == gender;
            (is_known, it.count)
        };
        latest.or_else(|| bearers().max_by_key(rank).map(|(id, _)| id))
    }

    /// Who was named in full under a last name, not far before.
    fn just_named(&self, key: WordId, naming: &Naming<'_>) -> Option<FigureId> {
        let latest = self.latest.get(&key)?;
        (naming.scene - latest.scene <= FRESH).then_some(latest.figure)
    }

    /// Keeps who was named in full, unless only in passing: as somebody’s relative, or behind a namesake in the same sentence.
    pub(super) fn keep_latest(&mut self, key: WordId, figure: FigureId, naming: &Naming<'_>) {
        let latest = Latest {
            figure,
            scene: naming.scene,
            sentence: naming.sentence(),
        };
        let known = self.latest.get(&key);
        let follows = known
            .is_some_and(|known| (known.scene, known.sentence) == (latest.scene, latest.sentence));
        let is_in_passing = known.is_some() && naming.is_relative();
        if !follows && !is_in_passing {
            self.latest.insert(key, latest);
        }
    }

    /// Whether a surname could as well mean somebody else who bears it, whom neither title nor gender rules out, and who is named
    /// more than half as often.
    pub(super) fn has_rivals(&self, id: FigureId, key: WordId, naming: &Naming<'_>) -> bool {
        let Some(meant) = self.figure(id).filter(|it| it.parts.last() == Some(&key)) else {
            return false;
        };
        if meant.suffix.is_some() && meant.suffix == naming.suffix(self.glossary) {
            return false;
        }
        let gender = naming.gender();
        let is_titled = meant.title.is_some() && meant.title == naming.title_word(self.glossary);
        let is_rival = |it: &Figure| {
            let is_of_gender = gender.is_none() || it.gender == gender || meant.gender.is_none();
            let is_of_title = !is_titled || it.title == meant.title;
            let may_be = is_of_gender && is_of_title && !self.is_left_out(it);
            it.has_full_name() && may_be && 2 * it.count > meant.count
        };
        self.bearers(key)
            .any(|(other, it)| other != id && is_rival(it))
    }
}

/// Whether one of two given names can be short for the other: the beginning of it, if it is its initial or has three letters.
fn is_short_form(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !matches!(short.chars().count(), 0 | 2) && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    /// Whom the last name of a text means, with `?` behind a guess.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let meant = testing::meant(text);
        assert_eq!(meant.last().map(String::as_str), Some(expected), "{text}");
    }

    #[test]
    fn namesakes_are_told_apart_by_title_gender_and_place() {
        let couple = "Dr. Sam Hale and his wife, Ann Hale, met us.";
        check(&format!("{couple} Then Dr. Hale left."), "Sam Hale");
        check(&format!("{couple} Then Mrs. Hale left."), "Ann Hale");
        check(&format!("{couple} Then Hale left."), "Sam Hale?");
        check(
            "Don Hale came. His son, Eric Hale, came too. Then Hale left.",
            "Don Hale?",
        );
        check("Bob Hale met Mary Hale. Then Hale left.", "Bob Hale?");
        check("Bob Hale met Mary Poe. Then Hale left.", "Bob Hale");
    }

    #[test]
    fn a_name_just_given_in_full_decides_a_shared_surname() {
        check(
            "We saw Don Lee. Don Lee ran. Don Lee won.\nThen Ann Lee spoke.\nIt was Lee who spoke.",
            "Ann Lee?",
        );
    }

    #[test]
    fn short_forms_and_initials_are_of_one_name() {
        assert!(is_short_form("b", "ben") && is_short_form("benjamin", "ben"));
        assert!(!is_short_form("ann", "ben") && !is_short_form("be", "ben"));
    }
}
