//! Echoes: quotes with the same words as another one, or with some of them.
//!
//! An article that first describes a speaker and then names one for the very same words means the same person. One that first quotes a
//! fragment and then all of it lets a reader go from the one to the other.

use std::collections::HashMap;

use smallvec::SmallVec;

use super::said::Said;
use super::{Extent, Quote};
use crate::article::chapter::glossary::{Glossary, Spread, WordId};
use crate::article::reading::mention::Sort;
use crate::article::reading::people::Nature;
use crate::article::reading::stretch::Stretch;
use crate::article::reading::token::Token;
use crate::article::reading::{OnDemand, Reading};
use crate::doc::Document;
use crate::text::fold::{Case, Folded};
use crate::text::word;

/// Fewest words by which a quote is known again; a single one can be anybody’s.
const FEWEST: usize = 2;

/// Fewest bytes of a fragment that is looked for in fuller quotes: *of the* stands in many.
const SHORTEST: usize = 10;

/// Most bytes of a quote that fragments are looked for in.
const LONGEST: usize = 4000;

/// How many quotes are kept that have the same two words.
const MOST_HOLDERS: usize = 16;

/// Names the speakers that an echo names, and links the repeats. `said` stands behind `quotes`, one by one.
pub(super) fn link(
    document: &Document,
    reading: &OnDemand<'_>,
    said: &[Said],
    quotes: &mut [Quote],
) {
    let (glossary, reading) = (reading.chapter().glossary(), reading.get());
    let folded: Vec<_> = quotes.iter().map(|quote| folded(document, quote)).collect();
    let words: Vec<_> = folded.iter().map(bare).collect();
    let firsts = firsts(&words);
    name_by_echo(&words, &firsts, reading, said, quotes);
    link_repeats(&firsts, quotes);
    let contents = Words {
        glossary,
        reading,
        said,
    };
    link_fragments(&words, contents, quotes);
}

/// For each quote the first one with the same words, which can be itself.
fn firsts(words: &[&str]) -> Vec<usize> {
    let mut known: HashMap<&str, usize> = HashMap::with_capacity(words.len());
    let numbered = words.iter().enumerate();
    numbered
        .map(|(index, words)| *known.entry(words).or_insert(index))
        .collect()
}

/// Gives a described speaker the name of a person who is quoted with the same words. The name stays a guess.
fn name_by_echo(
    words: &[&str],
    firsts: &[usize],
    reading: &Reading<'_>,
    said: &[Said],
    quotes: &mut [Quote],
) {
    let mut named: Vec<Option<usize>> = vec![None; firsts.len()];
    for (index, &first) in firsts.iter().enumerate() {
        let is_known = said.get(index).is_some_and(|said| is_named(reading, said));
        if is_known && word::words(words[index]).nth(FEWEST - 1).is_some() {
            named[first].get_or_insert(index);
        }
    }
    for (index, &first) in firsts.iter().enumerate() {
        let is_described = said
            .get(index)
            .is_some_and(|said| is_described(reading, said));
        let source = named[first].filter(|_| is_described);
        let Some(known) = source.and_then(|source| quotes.get(source)?.speaker.clone()) else {
            continue;
        };
        if let Some(speaker) = quotes
            .get_mut(index)
            .and_then(|quote| quote.speaker.as_mut())
        {
            speaker.name = known.name;
            speaker.role = known.role;
            speaker.is_inferred = true;
        }
    }
}

/// Links every quote to the first one with the same words by the same speaker.
fn link_repeats(firsts: &[usize], quotes: &mut [Quote]) {
    let mut is_repeated = vec![false; firsts.len()];
    for (index, &first) in firsts.iter().enumerate() {
        is_repeated[first] |= first != index;
    }
    let mut known: HashMap<(usize, &str), usize> = HashMap::new();
    let numbered = quotes.iter().zip(firsts).enumerate();
    let originals: Vec<_> = numbered
        .map(|(index, (quote, &first))| {
            let speaker = quote.speaker.as_ref().filter(|_| is_repeated[first])?;
            let original = *known.entry((first, &speaker.name)).or_insert(index);
            (original < index).then_some(original)
        })
        .collect();
    for (quote, original) in quotes.iter_mut().zip(originals) {
        quote.same_as = original;
    }
}

/// Links every fragment to the first fuller quote by the same speaker that has its words. Two neighbouring words lead there: of those that
/// the fragment has, the ones that the fewest quotes have.
fn link_fragments(words: &[&str], contents: Words<'_, '_>, quotes: &mut [Quote]) {
    let is_fragment = |&index: &usize| {
        let quote = quotes.get(index);
        let is_partial = quote.is_some_and(|quote| quote.extent == Extent::Partial);
        is_partial && words[index].len() >= SHORTEST
    };
    let fragments: Vec<_> = (0..words.len()).filter(is_fragment).collect();
    let holders = contents.holders(&fragments);
    for index in fragments {
        let fragment = &words[index];
        let pairs = contents.pairs(index);
        let rarest = pairs
            .filter_map(|pair| holders.get(&pair))
            .min_by_key(|holders| holders.len());
        let is_fuller = |&&holder: &&usize| {
            let whole = words.get(holder).copied().unwrap_or_default();
            (fragment.len() + 1..=LONGEST).contains(&whole.len())
                && has_words(whole, fragment)
                && agree(quotes.get(index), quotes.get(holder))
        };
        let fuller = rarest.and_then(|holders| holders.iter().find(is_fuller).copied());
        if let Some(quote) = quotes.get_mut(index) {
            quote.fuller = fuller;
        }
    }
}

/// Which quotes have which neighbouring words of fragments: the first of them, [`MOST_HOLDERS`] at the most.
type Holders = HashMap<(WordId, WordId), SmallVec<[usize; 2]>, Spread>;

/// What is quoted, word by word.
#[derive(Clone, Copy)]
struct Words<'a, 'r> {
    glossary: &'a Glossary,
    reading: &'a Reading<'r>,
    said: &'a [Said],
}

impl Words<'_, '_> {
    fn holders(self, fragments: &[usize]) -> Holders {
        let mut holders = Holders::default();
        for &index in fragments {
            for pair in self.pairs(index) {
                holders.entry(pair).or_default();
            }
        }
        for index in 0..self.said.len() {
            for pair in self.pairs(index) {
                if let Some(known) = holders.get_mut(&pair)
                    && known.len() < MOST_HOLDERS
                    && known.last() != Some(&index)
                {
                    known.push(index);
                }
            }
        }
        holders
    }

    /// Neighbouring words of a quote, in small letters.
    fn pairs(self, index: usize) -> impl Iterator<Item = (WordId, WordId)> {
        let stretch = self.said.get(index).map(|said| said.stretch);
        let ids = stretch.into_iter().flat_map(Stretch::parts);
        let parts = ids.filter_map(move |id| {
            let scene = self.reading.scenes.get(id.scene)?;
            Some(scene.passage.quote_tokens(id.pair))
        });
        let words = parts.flatten().filter_map(Token::word);
        let mut before = None;
        words.filter_map(move |word| {
            let word = self.glossary.small(word);
            Some((before.replace(word)?, word))
        })
    }
}

/// Whether `part` stands in `whole`, from the beginning of a word to the end of one.
fn has_words(whole: &str, part: &str) -> bool {
    let is_border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    whole.match_indices(part).any(|(at, _)| {
        let before = crate::text::head(whole, at).chars().next_back();
        let behind = crate::text::tail(whole, at + part.len()).chars().next();
        is_border(before) && is_border(behind)
    })
}

/// Whether nothing speaks against one speaker of both quotes.
fn agree(one: Option<&Quote>, other: Option<&Quote>) -> bool {
    fn name(quote: Option<&Quote>) -> Option<&str> {
        Some(quote?.speaker.as_ref()?.name.as_str())
    }
    match (name(one), name(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// The words of a quote without case and accents.
fn folded(document: &Document, quote: &Quote) -> Folded {
    Folded::new(&document.excerpt(quote.span), Case::Ignored)
}

/// The same without the marks around them.
fn bare(folded: &Folded) -> &str {
    folded.as_str().trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether the speaker is a person with a name.
fn is_named(reading: &Reading<'_>, said: &Said) -> bool {
    said.speaker.is_some_and(|speaker| {
        let is_sure = reading
            .meaning(speaker.mention)
            .is_some_and(|meaning| !meaning.is_guess);
        is_sure
            && reading
                .figure(speaker.mention)
                .is_some_and(|figure| matches!(figure.nature, Nature::Person | Nature::Unknown))
    })
}

/// Whether the speaker is one person, and only described.
fn is_described(reading: &Reading<'_>, said: &Said) -> bool {
    said.speaker.is_some_and(|speaker| {
        let is_role = reading
            .mention(speaker.mention)
            .is_some_and(|mention| mention.sort == Sort::Role);
        is_role
            && reading
                .meaning(speaker.mention)
                .is_none_or(|meaning| meaning.is_guess)
    })
}

#[cfg(test)]
mod tests {
    use crate::article::annotate;
    use crate::article::section::Outline;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// For each quote, the one that is fuller.
    #[track_caller]
    fn check(text: &str, expected: &[Option<usize>]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let quotes = annotate(&document, &Outline::of(&document)).quotes;
        let fuller: Vec<_> = quotes.iter().map(|quote| quote.fuller).collect();
        assert_eq!(fuller, expected, "{text}");
    }

    #[test]
    fn fragments_lead_to_the_fuller_quote() {
        check(
            "Ann Lee called it “a costly mess.” There was more. “It is a costly mess, and it stays one,” Lee said.",
            &[Some(1), None],
        );
    }

    #[test]
    fn others_words_and_parts_of_words_are_not_fuller() {
        check(
            "Ann Lee called it “a costly mess.” There was more. “It is a costly mess, and it stays one,” Bo Kim said.",
            &[None, None],
        );
        check(
            "Ann Lee called it “a costly mess.” There was more. “It is a costly messenger, and it stays one,” Lee said.",
            &[None, None],
        );
    }
}
