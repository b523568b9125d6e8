//! Passages: blocks as the detectors read them.
//!
//! A passage holds two streams of tokens: the narration, in which every quoted stretch is one opaque token, and what is quoted. The words
//! of a block become tokens once, here.

use std::ops::Range;

use super::marks::Pair;
use super::spelling::Spellings;
use super::token::{Shape, Token, Tokenizer, Tokens};
use super::unmarked::Unmarked;
use crate::article::chapter::{Chapter, Wording};
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::prose::Prose;
use crate::text::sentence;
use crate::text::span::Span;

/// How many words stand between two marks, about.
const MARKS: usize = 8;

/// A block of words.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The block.
    pub block: BlockId,
    /// Its visible text.
    pub prose: &'a Prose<'a>,
    /// What stands between quotation marks.
    pub pairs: Vec<Pair>,
    /// The writer’s words.
    pub narration: Vec<Token>,
    /// The words between quotation marks, in one list.
    pub quoted: Vec<Token>,
    /// Whether most words have a capital, as in headlines: capitals tell nothing there.
    pub is_title_case: bool,
}

/// A pair of quotation marks, by its passage and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairId {
    /// The number of the passage.
    pub scene: usize,
    /// The number of the pair in it.
    pub pair: usize,
}

/// The passages of a chapter: all its blocks that are text of the article.
pub fn passages<'a>(chapter: &'a Chapter<'a>) -> impl Iterator<Item = Passage<'a>> {
    let mut spellings = Spellings::new(chapter.glossary());
    let mut unmarked = Unmarked::new(chapter);
    texts(chapter).map(move |(id, wording)| {
        let pairs = unmarked.pairs(id, wording.prose.as_str());
        Passage::new(id, wording, pairs, &mut spellings)
    })
}

/// Whether anything in a chapter stands between quotation marks, or in their place.
pub fn has_pairs(chapter: &Chapter<'_>) -> bool {
    let mut unmarked = Unmarked::new(chapter);
    texts(chapter).any(|(id, wording)| !unmarked.pairs(id, wording.prose.as_str()).is_empty())
}

fn texts<'a>(chapter: &'a Chapter<'a>) -> impl Iterator<Item = (BlockId, Wording<'a>)> {
    let document = chapter.document();
    chapter
        .ids()
        .filter(|&id| document.block(id).is_some_and(|block| is_text(block.kind)))
        .filter_map(|id| Some((id, chapter.wording(id)?)))
}

fn is_text(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Byline
            | BlockKind::CrossLink
            | BlockKind::Code
            | BlockKind::Output
            | BlockKind::Rule
    )
}

impl<'a> Passage<'a> {
    fn new(
        block: BlockId,
        wording: Wording<'a>,
        pairs: Vec<Pair>,
        spellings: &mut Spellings<'a>,
    ) -> Self {
        let text = wording.prose.as_str();
        let mut tokenizer = Tokenizer::new(text, wording.words, spellings);
        let quoted_words: usize = pairs.iter().map(|pair| wording.count(&pair.inner)).sum();
        let told_words = wording.words.len() - quoted_words;
        let mut narration = Vec::with_capacity(told_words + told_words / MARKS + pairs.len());
        let mut quoted = Vec::with_capacity(quoted_words + quoted_words / MARKS);
        let mut at = 0;
        for (index, pair) in pairs.iter().enumerate() {
            tokenizer.read(at..pair.outer.start, &mut narration);
            narration.push(Token::stretch(index, pair.outer.clone()));
            tokenizer.read(pair.inner.clone(), &mut quoted);
            at = pair.outer.end;
        }
        tokenizer.read(at..text.len(), &mut narration);
        number_sentences(text, &mut narration);
        if wording.prose.has_code() {
            take_capitals(wording.prose, &mut narration);
        }
        let is_title_case = is_title_case(&narration);
        Self {
            block,
            prose: wording.prose,
            pairs,
            narration,
            quoted,
            is_title_case,
        }
    }

    /// The token that stands for a pair of marks in the narration.
    pub fn token_of(&self, pair: usize) -> Option<usize> {
        let start = crate::text::num::offset(self.pairs.get(pair)?.outer.start);
        let at = self.narration.partition_point(|token| token.start < start);
        (at < self.narration.len()).then_some(at)
    }

    /// The words between a pair of marks.
    pub fn quote(&self, pair: usize) -> &str {
        let pair = self.pairs.get(pair);
        pair.map_or("", |pair| self.prose.cut(pair.inner.clone()))
    }

    /// The same as tokens.
    pub fn quote_tokens(&self, pair: usize) -> &[Token] {
        let inner = self.pairs.get(pair).map_or(0..0, |pair| pair.inner.clone());
        let before = |at| {
            let is_before = |token: &Token| token.range().start < at;
            self.quoted.partition_point(is_before)
        };
        let tokens = before(inner.start)..before(inner.end);
        self.quoted.get(tokens).unwrap_or_default()
    }

    /// Whether the words between a pair of marks look like sentences rather than a fragment.
    pub fn is_whole(&self, pair: usize) -> bool {
        const FEW: usize = 4;
        const MANY: usize = 8;
        let words = self.quote_tokens(pair).iter();
        let words = words.filter(|token| token.is_word() || token.is_long());
        let count = words.take(MANY).count();
        count >= MANY || count >= FEW && starts_high(self.quote(pair))
    }

    /// Whether it is nothing but quotes.
    pub fn is_all_quotes(&self) -> bool {
        self.narration.len() == self.pairs.len()
    }

    /// The writer’s words with their text.
    pub fn told(&self) -> Tokens<'_> {
        Tokens::new(self.prose.as_str(), &self.narration)
    }

    /// The quoted words with their text.
    pub fn quotes(&self) -> Tokens<'_> {
        Tokens::new(self.prose.as_str(), &self.quoted)
    }

    /// Tokens of the narration as a span of the reading text.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.bytes(tokens)
            .map_or_else(Span::default, |bytes| self.prose.span(bytes))
    }

    /// Tokens of the narration as bytes of the visible text.
    pub fn bytes(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let tokens = self.narration.get(tokens)?;
        Some(tokens.first()?.range().start..tokens.last()?.range().end)
    }
}

/// Whether the first word has a capital, or its script has none.
pub fn starts_high(words: &str) -> bool {
    let first = words.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| !c.is_lowercase())
}

/// Widest gap between two words of a sentence, in bytes.
const WIDEST: usize = 40;

/// Code names nobody, whatever its letters are.
fn take_capitals(prose: &Prose<'_>, tokens: &mut [Token]) {
    let is_code = |token: &&mut Token| prose.is_code(token.range().start);
    for token in tokens.iter_mut().filter(is_code) {
        token.shape -= Shape::CAPITAL | Shape::CAPITALS;
    }
}

/// Gives every token the number of its sentence. A sentence that begins inside a quoted stretch begins none of the narration’s.
fn number_sentences(text: &str, tokens: &mut [Token]) {
    let sentences = sentence::sentences(text);
    let mut starts = sentences.map(|range| range.start).peekable();
    let (mut number, mut at) = (0, 0);
    for token in tokens {
        let mut is_first = at == 0 || token.range().start > at + WIDEST;
        while let Some(start) = starts.next_if(|&start| start <= token.range().start) {
            is_first |= start >= at;
        }
        if is_first {
            number += u32::from(at > 0);
            token.shape |= Shape::FIRST;
        }
        token.sentence = number;
        at = token.range().end;
    }
}

/// Fewest words that can show a habit.
const FEWEST: usize = 4;

fn is_title_case(tokens: &[Token]) -> bool {
    let (mut all, mut capitals) = (0, 0);
    let (mut words, mut shouted) = (0, 0);
    for token in tokens.iter().filter(|token| token.is_word()) {
        words += 1;
        shouted += usize::from(token.has(Shape::CAPITALS));
        if token.range().len() > 3 && !token.has(Shape::NUMBER) {
            all += 1;
            capitals += usize::from(token.is_capital());
        }
    }
    let is_shouted = tokens.len() > 1 && words > 0 && shouted == words;
    is_shouted || all >= FEWEST && 4 * capitals >= 3 * all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    /// The narration with a stroke before each sentence, then the words that are quoted.
    #[track_caller]
    fn check(text: &str, narration: &str, quoted: &str) {
        let shown = |tokens: Tokens<'_>| {
            let words = (0..tokens.len()).map(|at| {
                let stroke = if tokens.has(at, Shape::FIRST) {
                    "|"
                } else {
                    ""
                };
                format!("{stroke}{}", tokens.word(at))
            });
            words.collect::<Vec<_>>().join(" ")
        };
        let found = testing::passage(text, |passage, _| {
            (shown(passage.told()), shown(passage.quotes()))
        });
        assert_eq!(found, (narration.to_owned(), quoted.to_owned()), "{text}");
    }

    #[test]
    fn a_quote_is_one_word_of_the_narration() {
        check(
            "“Go. Now,” he said. She went.",
            "|“Go. Now,” he said |She went",
            "Go Now ,",
        );
        check(
            "“Go.” She “went.” He left.",
            "|“Go.” |She “went.” |He left",
            "Go went",
        );
    }

    #[test]
    fn a_wide_gap_parts_sentences() {
        let gap = " ".repeat(WIDEST + 1);
        check(&format!("the{gap}end."), "|the |end", "");
    }

    #[test]
    fn headlines_are_in_title_case() {
        let is_title_case = |text| testing::passage(text, |passage, _| passage.is_title_case);
        assert!(is_title_case(
            "Mayor Says Talks Over Bridge Are ‘Near Their End’."
        ));
        assert!(!is_title_case(
            "The mayor said that the talks with Ann Lee of Kent were over."
        ));
        assert!(is_title_case("OPENING STATEMENT"));
        assert!(!is_title_case("Ann Lee.") && !is_title_case("NATO."));
    }

    #[test]
    fn whole_sentences_are_long_or_begin_with_a_capital() {
        let is_whole = |words: &str| {
            let text = format!("“{words}”");
            testing::passage(&text, |passage, _| passage.is_whole(0))
        };
        assert!(is_whole("We will not go."));
        assert!(!is_whole("will not go there."));
        assert!(is_whole("will not go there as long as it rains"));
        assert!(!is_whole("No."));
    }
}
