//! Speeches: what those say who take turns, in an interview, a hearing or a debate.
//!
//! No quotation marks tell them but the labels before them. The [turns](super::turn) of an interview come from its sections, those of a
//! `record` from labels in capitals. They are no quotes: an interview is nothing but speech, and would be listed from end to end.

mod record;

use std::iter;
use std::ops::Range;

use super::guarantee::Guarantee;
use super::quote::Quote;
use super::reading::OnDemand;
use super::reading::people::{Figure, Nature};
use super::section::Outline;
use super::speaker::Attribution;
use super::turn::turns;
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::text::label::{Label, Part, is_aside};
use crate::text::span::Span;
use record::Record;

/// What somebody says at a stretch, without marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The words, from the first behind the label to the last of the turn.
    pub span: Span,
    /// The block they begin in.
    pub block: BlockId,
    /// Who says them.
    pub speaker: Attribution,
}

/// Where a turn begins.
#[derive(Clone, Debug)]
pub(super) struct Start {
    block: BlockId,
    /// The label as it stands.
    label: Span,
    /// The words behind it, in its block.
    words: Span,
    who: Who,
}

/// Who begins to speak.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    /// One with a name, and what the label says this one is.
    Named(String, Option<String>),
    /// Whoever answers: `A:`
    Answering,
    /// Nobody in particular, or nobody at all: `Q:`, a stage direction.
    Nobody,
}

/// Where the turns of an article begin, in reading order.
pub(super) fn starts(document: &Document, outline: &Outline) -> Vec<Start> {
    let of_turn = |turn: super::turn::Turn| {
        let is_general = Label::of(document.slice(turn.label)).is_none()
            && Label::of(&format!("{}: x", turn.speaker)).is_some_and(|label| label.part.is_some());
        Start {
            block: turn.blocks.start,
            label: turn.label,
            words: turn.words,
            who: match (is_general, turn.part) {
                (false, _) => Who::Named(turn.speaker, None),
                (true, Part::Answer) => Who::Answering,
                (true, Part::Question) => Who::Nobody,
            },
        }
    };
    let mut starts: Vec<_> = turns(document, outline).into_iter().map(of_turn).collect();
    if let Some(record) = Record::of(document) {
        record.name(&mut starts);
    }
    starts
}

/// The speeches among some blocks of an article whose turns begin with `starts`.
pub(super) fn speeches(
    document: &Document,
    starts: &[Start],
    blocks: &Range<BlockId>,
    reading: &OnDemand<'_>,
) -> Vec<Speech> {
    let from = starts.partition_point(|start| start.block < blocks.start);
    let behind = starts.partition_point(|start| start.block < blocks.end);
    let inside = starts.get(from..behind).unwrap_or_default();
    let next = inside.iter().skip(1).map(|start| start.block);
    let next = next.chain(iter::once(blocks.end));
    let Some(first) = starts.first().filter(|_| !inside.is_empty()) else {
        return Vec::new();
    };
    let interviewee = interviewee(reading, first.block);
    let spoken = inside.iter().zip(next).filter_map(|(start, next)| {
        let speaker = speaker(start, interviewee, reading)?;
        let block = document.block_at(start.words.start);
        let last = document.prose(last_block(document, block, next));
        let end = last.span(0..last.as_str().len()).end; // without the markup behind it
        let span = Span::new(start.words.start, end.max(start.words.end));
        (!document.visible(span).trim().is_empty()).then_some(Speech {
            span,
            block,
            speaker,
        })
    });
    spoken.collect()
}

/// The last block of a turn that ends before the block `next`, or with the heading or rule before that. Stage directions at its end are none.
fn last_block(document: &Document, start: BlockId, next: BlockId) -> BlockId {
    let goes_on = |id: &BlockId| {
        let kind = document.block(*id).map(|block| block.kind);
        let is_border = matches!(
            kind,
            Some(BlockKind::Heading(_) | BlockKind::Rule | BlockKind::CrossLink) | None
        );
        *id < next && !is_border
    };
    let mut end = start.next();
    while goes_on(&end) {
        end = end.next();
    }
    let blocks = (start.next().index()..end.index()).rev().map(BlockId::new);
    let mut words = blocks.skip_while(|&id| is_aside(document.prose(id).as_str()));
    words.next().unwrap_or(start)
}

/// Who speaks, by the fullest name. Whoever answers without a name is the one person named before the first question; that is a guess.
fn speaker(
    start: &Start,
    interviewee: Option<&Figure>,
    reading: &OnDemand<'_>,
) -> Option<Attribution> {
    let people = &reading.get().people;
    let (figure, name, role, is_inferred) = match &start.who {
        Who::Named(name, role) => (people.known(name), name.clone(), role.clone(), false),
        Who::Answering => {
            let figure = interviewee?;
            (Some(figure), figure.name.clone(), None, true)
        }
        Who::Nobody => return None,
    };
    let figure = figure.filter(|it| it.name.contains(char::is_lowercase));
    Some(Attribution {
        mention: start.label,
        name: figure.map_or(name, |it| it.name.clone()),
        role: role.or_else(|| figure?.role.clone()),
        is_inferred,
    })
}

/// The one person that the text names before the block `first`.
fn interviewee<'a>(reading: &'a OnDemand<'_>, first: BlockId) -> Option<&'a Figure> {
    let reading = reading.get();
    let is_before = |figure: &&Figure| {
        let scene = figure
            .first
            .as_ref()
            .and_then(|(scene, _)| reading.scenes.get(*scene));
        let is_word = |word: &str| word.contains(char::is_lowercase); // “Ferry FAQ” is nobody
        let is_person = figure.nature == Nature::Person
            || figure.nature == Nature::Unknown
                && figure.name.contains(' ')
                && figure.name.split(' ').all(is_word);
        is_person && scene.is_some_and(|scene| scene.passage.block < first)
    };
    let mut before = reading.people.figures().iter().filter(is_before);
    before.next().filter(|_| before.next().is_none())
}

/// Gives *I* and *we* in quotes and guarantees the name of whoever's speech they stand in.
pub(super) fn lend_names(speeches: &[Speech], quotes: &mut [Quote], guarantees: &mut [Guarantee]) {
    let speakers = quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut());
    let actors = guarantees.iter_mut().filter_map(|it| it.actor.as_mut());
    for attribution in speakers.chain(actors) {
        let is_plural = attribution.name.eq_ignore_ascii_case("we");
        if !is_plural && attribution.name != "I" {
            continue;
        }
        let after = speeches.partition_point(|it| it.span.start <= attribution.mention.start);
        let around = after.checked_sub(1).and_then(|at| speeches.get(at));
        if let Some(speech) = around.filter(|it| it.span.covers(attribution.mention)) {
            attribution.name.clone_from(&speech.speaker.name);
            attribution.role.clone_from(&speech.speaker.role);
            attribution.is_inferred = speech.speaker.is_inferred || is_plural;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::annotate;
    use crate::doc::format::Format;

    /// Each speech as `name, role: words`, with `?` behind a guess.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let speeches = annotate(&document, &Outline::of(&document)).speeches;
        let shown = |it: &Speech| {
            let doubt = if it.speaker.is_inferred { "?" } else { "" };
            let role = it.speaker.role.as_ref();
            let role = role.map_or(String::new(), |role| format!(", {role}"));
            format!(
                "{}{doubt}{role}: {}",
                it.speaker.name,
                document.visible(it.span)
            )
        };
        assert_eq!(
            speeches.iter().map(shown).collect::<Vec<_>>(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn turns_belong_to_their_labels() {
        check(
            "Ann Lee: Why now?\n\nBo Roe: It is time.\n\nIt was late.\n\nAL: And then?\n\nBR: We wait.",
            &[
                "Ann Lee: Why now?",
                "Bo Roe: It is time. It was late.",
                "Ann Lee: And then?",
                "Bo Roe: We wait.",
            ],
        );
    }

    #[test]
    fn records_have_labels_in_capitals() {
        check(
            "MR. HALE: I ask the chair.\n\nMS. ANN BRAY (Minister for Ports): On Friday.\n\nTHE CHAIR: Order.\n\nMS. BRAY: Soon.",
            &[
                "Hale: I ask the chair.",
                "Ann Bray, Minister for Ports: On Friday.",
                "the chair: Order.",
                "Ann Bray, Minister for Ports: Soon.",
            ],
        );
        check("NOTE: It rains.\n\nNOTE: It snows.\n\nWARNING: Ice.", &[]);
    }

    #[test]
    fn witnesses_answer_with_their_name_or_without() {
        check(
            "TRANSCRIPT OF PROCEEDINGS\n\nQ. Where were you?\n\nA. On the quay.\n\nQ. Alone?\n\nA. Yes.",
            &["the witness: On the quay.", "the witness: Yes."],
        );
        check(
            "MR. ADAMS: I call Ruth Pell.\n\nQ. Where do you live?\n\nA. In Dorne.\n\nQ. How long?\n\nA. All my life.",
            &[
                "Adams: I call Ruth Pell.",
                "Adams: Where do you live?",
                "Ruth Pell: In Dorne.",
                "Adams: How long?",
                "Ruth Pell: All my life.",
            ],
        );
        check("Q. Where?\n\nA. Here.\n\nQ. When?\n\nA. Now.", &[]);
    }

    #[test]
    fn parliaments_have_labels_of_their_own() {
        check(
            "Ann Holt (Orrin North) (Lab): When will they come?\n\nThe Minister for Ports (Odette Bray): On Friday.\n\nAnn Holt: I thank her.",
            &[
                "Ann Holt, Orrin North, Lab: When will they come?",
                "Odette Bray, Minister for Ports: On Friday.",
                "Ann Holt, Orrin North, Lab: I thank her.",
            ],
        );
        check(
            "Mr. HALE of Ohio. I rise.\n\nMs. BRAY. Will he yield?\n\nMr. HALE of Ohio. I yield.\n\nThe SPEAKER pro tempore. The time is up.",
            &[
                "Hale of Ohio: I rise.",
                "Bray: Will he yield?",
                "Hale of Ohio: I yield.",
                "the speaker pro tempore: The time is up.",
            ],
        );
    }

    #[test]
    fn examiners_and_presiding_officers_have_labels_too() {
        check(
            "EXAMINATION BY MR. HALE:\n\nQ. Where were you?\n\nA. At home.\n\nCROSS-EXAMINATION BY MS. BRAY:\n\nQ. Are you sure?\n\nA. Yes.",
            &[
                "Hale: Where were you?",
                "the witness: At home.",
                "Bray: Are you sure?",
                "the witness: Yes.",
            ],
        );
        check(
            "Mr. HALE. I rise.\n\nSenator COLE. Thank you, Mr. Chairman.\n\nMr. HALE. I yield.",
            &[
                "Hale: I rise.",
                "Cole, Senator: Thank you, Mr. Chairman.",
                "Hale: I yield.",
            ],
        );
        check(
            "JUSTICE KAY: Why?\n\nMR. HALE: As Justice Kay knows, it is so.\n\nJUSTICE KAY: I see.",
            &[
                "Kay, Justice: Why?",
                "Hale: As Justice Kay knows, it is so.",
                "Kay, Justice: I see.",
            ],
        );
        check(
            "Mr. Speaker: Order.\n\nHon. Members: Shame!\n\nAnn Holt (Orrin North) (Lab): When?\n\nMr. Speaker: Order.",
            &[
                "the speaker: Order.",
                "members: Shame!",
                "Ann Holt, Orrin North, Lab: When?",
                "the speaker: Order.",
            ],
        );
    }

    #[test]
    fn four_turns_of_two_people_are_an_interview() {
        check(
            "Nora Whit: You keep it alone. Why?\n\nIlse Maran: Nobody else would.\n\nNora Whit: That sounds lonely.\n\nIlse Maran: It is.",
            &[
                "Nora Whit: You keep it alone. Why?",
                "Ilse Maran: Nobody else would.",
                "Nora Whit: That sounds lonely.",
                "Ilse Maran: It is.",
            ],
        );
    }

    #[test]
    fn whoever_answers_is_the_one_who_was_introduced() {
        check(
            "Ann Lee keeps the light.\n\nQ: Why?\n\nA: I like it.\n\nQ: And then?\n\nA: I wait.",
            &["Ann Lee?: I like it.", "Ann Lee?: I wait."],
        );
        check(
            "Harbour FAQ\n\nQ: Why?\n\nA: I like it.\n\nQ: And then?\n\nA: I wait.",
            &[],
        );
    }
}
