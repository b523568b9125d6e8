//! Actors: who gives a guarantee, by the fullest name that the article has.
//!
//! The rules know which words stand before a cue. Whom those mean is known to the [reading](OnDemand): names, *she*, *the mayor*. *I* and *we*
//! mean the speaker of the quote they stand in, and outside of quotes whoever signs the text or puts it out. Bodies that are only described, and everybody else, keep their own words.

mod count;

use std::iter::successors;
use std::ops::Range;

use super::issuer::Issuer;
use super::party;
use super::token::Sentence;
use crate::article::quote::Quote;
use crate::article::reading::OnDemand;
use crate::article::reading::lexicon::{self, Traits};
use crate::article::reading::people::Figure;
use crate::article::speaker::{Attribution, described};
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::prose::Prose;
use crate::text::span::Span;
use crate::text::{head, tail};

/// What tells who gives a guarantee.
#[derive(Clone, Copy)]
pub(super) struct Actors<'a, 'd> {
    pub(super) document: &'a Document,
    pub(super) reading: &'a OnDemand<'d>,
    /// In reading order.
    pub(super) quotes: &'a [Quote],
    /// Who signs the text or puts it out.
    pub(super) issuer: Option<&'a Issuer>,
}

/// How many paragraphs back a count is looked for, and how many bytes back in each.
const PARAGRAPHS_BEFORE: usize = 4;
const FARTHEST: usize = 1000;

/// What may follow the one who acts in the phrase that names them: *Ann Lee of Kent*.
const LINKS: &[&str] = &["of", "from", "for", "in", "at"];

impl Actors<'_, '_> {
    /// Who is meant by `words` of a sentence in a block: by the words themselves, or by what a pronoun stands for.
    pub(super) fn actor(
        &self,
        block: BlockId,
        prose: &Prose<'_>,
        sentence: Sentence<'_>,
        words: Range<usize>,
    ) -> Attribution {
        let Some((antecedent, is_guess)) = party::antecedent(sentence, &words) else {
            return self.attribution(block, prose, sentence.bytes(words));
        };
        let meant = self.attribution(block, prose, sentence.bytes(antecedent));
        Attribution {
            mention: prose.span(sentence.bytes(words)),
            is_inferred: meant.is_inferred || is_guess,
            ..meant
        }
    }

    /// Who is meant by `words`, bytes of the visible text of a block.
    fn attribution(&self, block: BlockId, prose: &Prose<'_>, words: Range<usize>) -> Attribution {
        let mention = prose.span(words.clone());
        let text = prose.cut(words.clone());
        self.speaker(mention, text)
            .or_else(|| self.mentioned(block, mention, words.clone()))
            .or_else(|| self.named(mention, text))
            .or_else(|| self.counted(block, prose, words))
            .unwrap_or_else(|| Attribution {
                mention,
                name: subject_of(text).map_or_else(
                    || described(&text.split_whitespace().collect::<Vec<_>>().join(" ")),
                    str::to_owned,
                ),
                role: None,
                is_inferred: false,
            })
    }

    /// The speaker of the quote around *I* or *we*, or whoever signs the text. Whether others stand behind a *we* is not said, so that
    /// is a guess.
    fn speaker(&self, mention: Span, text: &str) -> Option<Attribution> {
        let is_plural = subject_of(text) == Some("we");
        if !is_plural && subject_of(text) != Some("I") {
            return None;
        }
        let after = self
            .quotes
            .partition_point(|quote| quote.span.start <= mention.start);
        let around = after.checked_sub(1).and_then(|at| self.quotes.get(at));
        let Some(quote) = around.filter(|quote| quote.span.covers(mention)) else {
            return self.signer(mention, is_plural);
        };
        let speaker = quote.speaker.clone()?;
        Some(Attribution {
            mention,
            is_inferred: speaker.is_inferred || is_plural,
            ..speaker
        })
    }

    /// Whoever signs the text or puts it out.
    fn signer(&self, mention: Span, is_plural: bool) -> Option<Attribution> {
        let issuer = self.issuer?;
        let name = if is_plural {
            &issuer.body
        } else {
            &issuer.person
        };
        Some(Attribution {
            mention,
            name: name.clone()?,
            role: None,
            is_inferred: true,
        })
    }

    /// Whom *the five* are: those who were counted last, in the paragraph or the ones before it.
    fn counted(
        &self,
        block: BlockId,
        prose: &Prose<'_>,
        words: Range<usize>,
    ) -> Option<Attribution> {
        let number = count::number(prose.cut(words.clone()))?;
        let before = successors(block.previous(), |id| id.previous()).take(PARAGRAPHS_BEFORE);
        let known = name_counted(head(prose.as_str(), words.start), number);
        let mut earlier = before.map(|id| self.document.prose(id));
        let name =
            known.or_else(|| earlier.find_map(|prose| name_counted(prose.as_str(), number)))?;
        Some(Attribution {
            mention: prose.span(words),
            name,
            role: None,
            is_inferred: true,
        })
    }

    /// Whom a mention of the narration means.
    fn mentioned(&self, block: BlockId, mention: Span, words: Range<usize>) -> Option<Attribution> {
        let reading = self.reading.get();
        let scene = reading.scene(block)?;
        let first = scene.mention_from(words.start);
        let bytes = scene
            .passage
            .bytes(scene.mentions.get(first)?.tokens.clone())?;
        let prose = &scene.passage.prose;
        let lead = prose.cut(words.start.min(bytes.start)..bytes.start);
        let rest = prose.cut(bytes.end.min(words.end)..words.end);
        let is_led = lead.trim().is_empty()
            || lead.trim().eq_ignore_ascii_case("the")
            || only_describes(lead);
        if bytes.end > words.end || !is_led || !is_attached(rest) {
            return None;
        }
        let meaning = scene.meanings.get(first).copied().flatten()?;
        let figure = reading.people.figure(meaning.figure)?;
        if is_another_office(figure, prose.cut(words.start..bytes.end)) {
            return None;
        }
        Some(attribution(mention, figure, meaning.is_guess))
    }

    /// A name that stands where the reading has no mentions, inside a quote.
    fn named(&self, mention: Span, text: &str) -> Option<Attribution> {
        let is_name = text
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase));
        let figure = self.reading.get().people.known(text).filter(|_| is_name)?;
        Some(attribution(mention, figure, false))
    }
}

/// The name of what was counted last in a text, `the five states`.
fn name_counted(text: &str, number: &str) -> Option<String> {
    let near = tail(
        text,
        text.ceil_char_boundary(text.len().saturating_sub(FARTHEST)),
    );
    count::counted(near, number).map(|counted| format!("the {}", described(counted)))
}

/// Who is meant by a pronoun in whatever case, as a subject: `we` for `our`.
fn subject_of(word: &str) -> Option<&'static str> {
    const FORMS: &[(&str, &[&str])] = &[
        ("I", &["i", "my", "me"]),
        ("we", &["we", "our", "us"]),
        ("he", &["he", "his", "him"]),
        ("she", &["she", "her"]),
        ("it", &["its"]),
        ("they", &["they", "their", "them"]),
    ];
    let is_form = |form: &&str| word.eq_ignore_ascii_case(form);
    let mut forms = FORMS.iter();
    let found = forms.find(|(_, forms)| forms.iter().any(is_form));
    found.map(|&(subject, _)| subject)
}

fn attribution(mention: Span, figure: &Figure, is_inferred: bool) -> Attribution {
    Attribution {
        mention,
        name: figure.name.clone(),
        role: figure.role.clone(),
        is_inferred,
    }
}

/// Whether a description names another office than a figure has: *the justice minister* is no foreign minister.
fn is_another_office(figure: &Figure, description: &str) -> bool {
    let role = figure.role.as_deref().unwrap_or_default().to_lowercase();
    let role: Vec<_> = role
        .split_whitespace()
        .take_while(|word| !LINKS.contains(word))
        .collect();
    let description = description.to_lowercase();
    let mut words: Vec<_> = description
        .split_whitespace()
        .take_while(|word| !LINKS.contains(word))
        .filter(|word| !lexicon::traits(word).intersects(Traits::FUNCTION | Traits::MODIFIER))
        .collect();
    let office = words.pop();
    let is_alike = office.is_some() && office == role.last().copied();
    is_alike && words.iter().any(|word| !role.contains(word))
}

/// Whether the words before a mention only say more of it, as capitals and adjectives do: *Presumptive nominee* Ann Lee.
fn only_describes(lead: &str) -> bool {
    const MOST: usize = 4;
    let tells = |word: &str| {
        let is_owner = word.ends_with("’s") || word.ends_with("'s");
        let traits = lexicon::traits(word);
        word.chars().all(|c| c.is_alphabetic() || c == '-')
            && !is_owner
            && !traits.intersects(Traits::FUNCTION)
            || traits.intersects(Traits::MODIFIER)
    };
    lead.ends_with(' ')
        && lead.split_whitespace().count() <= MOST
        && lead.split_whitespace().all(tells)
}

/// Whether the rest of a phrase only adds to its first mention; *Ann Lee and the mayor* are others than *Ann Lee*.
fn is_attached(rest: &str) -> bool {
    let first = rest.split_whitespace().next();
    first.is_none_or(|first| LINKS.contains(&first) || first == rest && is_ending(rest))
}

/// `’s`
fn is_ending(word: &str) -> bool {
    word.strip_prefix(['’', '\'']) == Some("s")
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use crate::doc::format::Format;

    /// The words, the name and the role of each actor; a name that is a guess ends in `?`.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, Option<&str>)]) {
        let (document, guarantees) = testing::read(text, Format::Text);
        let actors = guarantees.iter().filter_map(|it| it.actor.as_ref());
        let shown: Vec<_> = actors
            .map(|actor| {
                let guess = if actor.is_inferred { "?" } else { "" };
                let name = format!("{}{guess}", actor.name);
                (document.slice(actor.mention), name, actor.role.as_deref())
            })
            .collect();
        let found: Vec<_> = shown
            .iter()
            .map(|(words, name, role)| (*words, name.as_str(), *role))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_surname_stands_for_the_full_name() {
        check(
            "Anna Low promised to pay. Low vowed to stay. “Low promised to help,” he said.",
            &[
                ("Anna Low", "Anna Low", None),
                ("Low", "Anna Low", None),
                ("Low", "Anna Low", None),
            ],
        );
    }

    #[test]
    fn pronouns_and_offices_stand_for_a_person() {
        check(
            "Mayor Anna Low of Kent vowed to stay. She promised to pay. The mayor pledged to help.",
            &[
                ("Mayor Anna Low of Kent", "Anna Low", Some("Mayor")),
                ("She", "Anna Low", Some("Mayor")),
                ("The mayor", "Anna Low", Some("Mayor")),
            ],
        );
    }

    #[test]
    fn another_office_is_another_person() {
        check(
            "The foreign minister, Anna Low, left. The justice minister promised to stay.",
            &[("The justice minister", "the justice minister", None)],
        );
    }

    #[test]
    fn the_first_person_of_a_quote_is_its_speaker() {
        check(
            "“I will sign it,” Anna Low said. “We pledge to pay.”",
            &[("I", "Anna Low", None), ("We", "Anna Low?", None)],
        );
        check("We will sign it, Anna Low thought.", &[("We", "we", None)]);
        check("“I will sign it.”", &[("I", "I", None)]);
    }

    #[test]
    fn quotes_in_an_interview_and_cut_in_two_have_their_speaker() {
        check(
            "Q: Will you pay?\nA: “We will pay,” Anna Low said. “I promise to stay.”\nQ: “I promise to go.”",
            &[
                ("We", "Anna Low?", None),
                ("I", "Anna Low", None),
                ("I", "I", None),
            ],
        );
        check(
            "“We will pay,” the mayor, Anna Low, said on Monday, “and I promise to stay.”",
            &[
                ("We", "Anna Low?", Some("mayor")),
                ("I", "Anna Low", Some("mayor")),
            ],
        );
    }

    #[test]
    fn the_first_person_of_a_letter_is_its_signer() {
        check(
            "Dear all,\n\nI promise to stay. We will mend the road. “I vow to go.”\n\nYours sincerely,\nAnna Low\nKent Water",
            &[
                ("I", "Anna Low?", None),
                ("We", "Kent Water?", None),
                ("I", "I", None),
            ],
        );
    }

    #[test]
    fn those_who_are_counted_are_named_by_what_they_are() {
        check(
            "Envoys of five states met.\n\nThe five agreed to share the costs.",
            &[("The five", "the five states?", None)],
        );
        check("The five vowed to stay.", &[("The five", "the five", None)]);
    }

    #[test]
    fn a_ticker_is_no_part_of_a_name() {
        check(
            "Acme Mining (NASDAQ: ACMM) has pledged to plant trees.",
            &[("Acme Mining", "Acme Mining", None)],
        );
    }

    #[test]
    fn several_and_described_bodies_keep_their_words() {
        check(
            "Anna Low met Ben Orr. Low and Orr promised to pay. A club of about 30 towns vowed to help. They pledged to stay.",
            &[
                ("Low and Orr", "Low and Orr", None),
                ("A club of about 30 towns", "a club of about 30 towns", None),
                ("They", "they", None),
            ],
        );
    }
}
