//! Speakers: who said it.
//!
//! For every quote the mentions around it are [gathered](candidate) with the [evidence] for each and [weighed](weights), and the one that
//! weighs most is the speaker.

pub mod candidate;
pub mod evidence;
pub mod weights;

use super::reading::lexicon::{self, Traits};
use super::reading::mention::{Link, Mention, Sort};
use super::reading::people::{Figure, Nature};
use super::reading::stretch::Stretch;
use super::reading::token::Shape;
use super::reading::{MentionId, Reading};
use crate::text::span::Span;
use crate::text::tail;
use candidate::Candidate;
use evidence::Evidence;

/// Who a quote or a guarantee is ascribed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// What stands in the text: a name, a pronoun, a description.
    pub mention: Span,
    /// The fullest name that the article gives this person or body.
    pub name: String,
    /// What the article says this person is.
    pub role: Option<String>,
    /// Whether the name is a guess.
    pub is_inferred: bool,
}

/// A quote with its speaker, for what it tells of the next one.
#[derive(Clone, Copy, Debug)]
pub struct Spoken {
    /// The speaker.
    pub mention: MentionId,
    /// The cue, by its number in the passage of the mention.
    pub cue: Option<usize>,
    /// Where the quote and its attribution end: the passage, and the token behind.
    pub end: (usize, usize),
}

impl Spoken {
    /// The stretch said by `speaker`.
    pub fn new(reading: &Reading<'_>, stretch: Stretch, speaker: &Candidate) -> Option<Self> {
        let scene = reading.scenes.get(stretch.last.scene)?;
        let mut end = scene.passage.token_of(stretch.last.pair)? + 1;
        if speaker.mention.scene == stretch.last.scene {
            let cue = speaker.cue.and_then(|cue| scene.cues.get(cue));
            end = end
                .max(reading.mention(speaker.mention)?.tokens.end)
                .max(cue.map_or(0, |cue| cue.tokens.end));
        }
        Some(Self {
            mention: speaker.mention,
            cue: speaker.cue,
            end: (stretch.last.scene, end),
        })
    }
}

/// The most likely speaker of all who could be. Of equals the first one found.
pub fn speaker(candidates: &[Candidate]) -> Option<Candidate> {
    let weighed = candidates.iter().map(|it| (it.evidence.weight(), it));
    weighed
        .filter(|(weight, _)| *weight > 0.0)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| *candidate)
}

/// The attribution to a candidate.
pub fn attribution(reading: &Reading<'_>, speaker: &Candidate) -> Option<Attribution> {
    let passage = &reading.scenes.get(speaker.mention.scene)?.passage;
    let tokens = reading.mention(speaker.mention)?.tokens.clone();
    let figure = reading.figure(speaker.mention);
    let is_guess = reading
        .meaning(speaker.mention)
        .is_some_and(|meaning| meaning.is_guess);
    let asks = speaker.evidence.contains(Evidence::PASSAGE_BEFORE)
        && !speaker.evidence.contains(Evidence::LED_IN)
        && is_question(reading, speaker);
    let stranger = reading.stranger(speaker.mention);
    let figure = figure.filter(|_| stranger.is_none());
    let partner = partner(reading, speaker);
    let tokens = partner.map_or(tokens.start, |(_, start)| start)..tokens.end;
    Some(Attribution {
        mention: passage.span(tokens.clone()),
        name: match (figure, &stranger) {
            (Some(figure), _) => match partner {
                Some((partner, _)) => format!("{} and {}", partner.name, figure.name),
                None => figure.name.clone(),
            },
            (None, Some(stranger)) => described(stranger),
            (None, None) => described(&passage.told().text(tokens)),
        },
        role: figure
            .filter(|_| partner.is_none())
            .and_then(|figure| figure.role.clone()),
        is_inferred: is_guess || asks || stranger.is_some() || !speaker.evidence.intersects(SURE),
    })
}

/// The person who speaks together with another one, and where the words for both begin: *Ann Lee and Bo Vik wrote*. Both have full names,
/// and open the sentence.
fn partner<'a>(reading: &'a Reading<'_>, speaker: &Candidate) -> Option<(&'a Figure, usize)> {
    let id = speaker.mention;
    let scene = reading.scenes.get(id.scene)?;
    let tokens = scene.passage.told();
    let first = id.mention.checked_sub(1)?;
    let (one, other) = (scene.mentions.get(first)?, scene.mentions.get(id.mention)?);
    let is_name =
        |it: &Mention| it.sort == Sort::Name && it.link == Link::Free && it.tokens.len() > 1;
    let cue = speaker.cue.and_then(|cue| scene.cues.get(cue))?;
    let is_pair = is_name(one)
        && is_name(other)
        && other.tokens.start == one.tokens.end + 1
        && tokens.word(one.tokens.end) == "and"
        && cue.tokens.start == other.tokens.end
        && tokens.has(one.tokens.start, Shape::FIRST);
    let first = MentionId {
        mention: first,
        ..id
    };
    let figure = reading
        .figure(first)
        .filter(|it| it.nature == Nature::Person)?;
    let both = reading
        .figure(id)
        .is_some_and(|it| !matches!(it.nature, Nature::Body | Nature::Place));
    (is_pair && both).then_some((figure, one.tokens.start))
}

/// A description as it reads within a sentence: the same one at the beginning of another is nobody else.
pub fn described(words: &str) -> String {
    const SMALL: Traits = Traits::DETERMINER
        .union(Traits::PRONOUN)
        .union(Traits::MODIFIER);
    let first = words.split(' ').next().unwrap_or_default();
    let is_small = lexicon::traits(first).intersects(SMALL)
        && !lexicon::traits(first).intersects(Traits::DEMONYM | Traits::PLACE)
        && !matches!(first, "I");
    if is_small && !first.contains(char::is_numeric) {
        first.to_lowercase() + tail(words, first.len())
    } else {
        words.to_owned()
    }
}

/// Whether what ties a speaker to a quote stands in another sentence, which says nothing of a fragment.
pub(super) fn is_borrowed(evidence: Evidence) -> bool {
    const ELSEWHERE: Evidence = Evidence::CARRIED
        .union(Evidence::SENTENCE_BEFORE)
        .union(Evidence::SENTENCE_AFTER);
    const HERE: Evidence = Evidence::SAME_SENTENCE
        .union(Evidence::BEFORE)
        .union(Evidence::AFTER)
        .union(Evidence::TOUCHES_AFTER);
    evidence.intersects(ELSEWHERE) && !evidence.intersects(HERE)
}

/// Whether the cue of a speaker is that of a question, which somebody else may answer.
fn is_question(reading: &Reading<'_>, speaker: &Candidate) -> bool {
    let scene = reading.scenes.get(speaker.mention.scene);
    scene.is_some_and(|scene| {
        let cue = speaker.cue.and_then(|cue| scene.cues.get(cue));
        cue.is_some_and(|cue| {
            let verb = scene.passage.told().word(cue.tokens.start);
            matches!(
                verb,
                "ask" | "asks" | "asked" | "wondered" | "inquired" | "enquired"
            )
        })
    })
}

/// Evidence of which one piece ties a quote to its speaker by more than standing near.
const SURE: Evidence = Evidence::TOUCHES_BEFORE
    .union(Evidence::TOUCHES_AFTER)
    .union(Evidence::SAY)
    .union(Evidence::REPORT)
    .union(Evidence::ACCORDING)
    .union(Evidence::NOUN)
    .union(Evidence::LABEL)
    .union(Evidence::SIGNED)
    .union(Evidence::GAPPED)
    .union(Evidence::CARRIED)
    .union(Evidence::FELT);

#[cfg(test)]
mod tests {
    use crate::article::annotate;
    use crate::article::section::Outline;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// The speaker of each quote, with `?` where it is a guess; `-` for nobody.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let found: Vec<_> = annotate(&document, &Outline::of(&document))
            .quotes
            .iter()
            .map(|quote| {
                let speaker = quote.speaker.as_ref();
                speaker.map_or("-".to_owned(), |it| {
                    let doubt = if it.is_inferred { "?" } else { "" };
                    format!("{}{doubt}", it.name)
                })
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn whom_a_clause_describes_speaks_for_itself() {
        check(
            "The bank, whose chief, Bob Ray, resigned, said “all is well.”",
            &["the bank"],
        );
        check(
            "Ann Lee, who met Bob Ray, the chief, said “all is well.”",
            &["Ann Lee"],
        );
        check("Ann Lee, the mayor, said “all is well.”", &["Ann Lee"]);
    }

    #[test]
    fn nobody_says_what_is_said_of_one() {
        check("Bob Ray was accused of being “a liar.”", &["-"]);
        check(
            "Ann Lee said Bob Ray was described as “a liar.”",
            &["Ann Lee"],
        );
        check("Bob Ray was called “a liar” by Ann Lee.", &["Ann Lee"]);
        check(
            "Bob Ray was quoted as saying it was “a mess.”",
            &["Bob Ray"],
        );
    }

    #[test]
    fn a_verb_can_be_left_out() {
        check(
            "Ann Lee said “yes” and the mayor “no.”",
            &["Ann Lee", "the mayor"],
        );
        check(
            "Ann Lee voted “yes,” Bob Ray “no.”",
            &["Ann Lee?", "Bob Ray"],
        );
        check(
            "Ann Lee called it “mean” and the mayor “a fool.”",
            &["Ann Lee", "Ann Lee"],
        );
    }

    #[test]
    fn nobody_else_says_how_one_feels() {
        let told = "“We are sorry,” Eva Dahl said.";
        for (sentence, speaker) in [
            ("The mayor was “shocked.”", "the mayor"),
            ("Her husband Jon is “not so sure.”", "Jon"),
            ("Her son is “furious.”", "her son"),
            ("Bob Moore is “unsure.”", "Bob Moore"),
            ("The mayor was “corrupt.”", "Eva Dahl?"),
            ("She was “shocked.”", "Eva Dahl?"),
            ("Bob Moore was “shocked,” Ann Lee said.", "Ann Lee"),
            ("Ann Lee said Bob Moore was “shocked.”", "Ann Lee"),
        ] {
            check(&format!("{told} {sentence}"), &["Eva Dahl", speaker]);
        }
    }

    #[test]
    fn headlines_say_who_behind_a_colon() {
        check(
            "Lund: ‘No more bridges’\n\n‘We were lied to’: Orrin residents speak out",
            &["Lund", "Orrin residents?"],
        );
        check("‘We were lied to’: How the bridge was shut", &["-"]);
    }

    #[test]
    fn a_clause_has_its_own_speaker() {
        check(
            "Lund says “no deal” with Orrin; the mayor calls talks “useless.”",
            &["Lund", "the mayor"],
        );
        check(
            "Lund said it was “late”; it was “dark,” too.",
            &["Lund", "Lund"],
        );
        check(
            "“I am calm,” Ann Lund said, and Bo Vik: “I am not.”",
            &["Ann Lund", "Bo Vik"],
        );
        check("‘We were lied to’: residents on the flood", &["residents?"]);
    }

    #[test]
    fn a_name_is_shown_as_it_is_written() {
        check(
            "KYIV (AP) — “We go,” said Magda Keller. “It is late,” said Magda. Kyiv said “no.”",
            &["Magda Keller", "Magda Keller", "Kyiv"],
        );
    }

    #[test]
    fn who_asks_may_not_answer() {
        check("“Is it?” asked Wood.\n\n“It is.”", &["Wood", "Wood?"]);
        check(
            "Don Lund asked Rob Vik: “Why?” He answered: “Because.”",
            &["Don Lund", "Rob Vik"],
        );
        check(
            "At noon Lund defeated Bray. He conceded. “It is over,” he said.",
            &["Lund?"],
        );
    }

    #[test]
    fn who_is_written_of_or_seen_by_does_not_speak() {
        check(
            "A report seen by the BBC says it is “in ruins.”",
            &["a report"],
        );
        check(
            "The mayors of Holm and Beck write: “Done.”",
            &["the mayors"],
        );
        check("Ann Lee and Bo Vik wrote: “Done.”", &["Ann Lee and Bo Vik"]);
        check("@anna @karl you said “it is all over now”", &["@anna?"]);
    }

    #[test]
    fn those_who_used_to_say_so_speak() {
        check(
            "As my late father used to say, “Boats rot in harbour.”",
            &["my late father"],
        );
        check(
            "As mayor, Ann Lee said, “Boats rot in harbour.”",
            &["Ann Lee"],
        );
    }

    #[test]
    fn an_answer_has_its_own_speaker() {
        check(
            "“Did Mary know?” Ann Lee asked Bob Ray. “Yes,” he replied.",
            &["Ann Lee", "Bob Ray"],
        );
    }

    #[test]
    fn several_speak_as_what_they_are() {
        check(
            "The neighbours were angry. “We never agreed,” they said. “It smells,” they added.",
            &["the neighbours?", "the neighbours?"],
        );
        check("Ann Lee met Bob Ray. “We agreed,” they said.", &["they"]);
        check(
            "Bob Ray left. “No,” a clerk said. “Not yet,” he added.",
            &["a clerk", "a clerk?"],
        );
    }

    #[test]
    fn accounts_speak_for_themselves() {
        check("RT @boray: “We never said that.”", &["@boray"]);
        check("@annlee: RT @kent: No sale is planned.", &["@kent"]);
    }
}
