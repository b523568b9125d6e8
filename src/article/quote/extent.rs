//! Extent: whole sentences or a fragment, a quote of its own or the second half of one.

use super::Extent;
use super::said::Said;
use crate::article::reading::Reading;
use crate::article::reading::lexicon::Traits;
use crate::article::reading::passage::starts_high;
use crate::article::reading::token::Tokens;
use crate::text::word;

/// Fewest words of a sentence that no stop ends.
const FEWEST: usize = 4;

/// How much of what was said is quoted: whole sentences begin with a capital where a sentence can begin.
pub(super) fn extent(reading: &Reading<'_>, said: &Said) -> Extent {
    let place = reading.pair(said.stretch.first);
    let is_full = place.is_some_and(|(scene, pair)| {
        let words = scene.passage.prose.cut(pair.inner.clone());
        let at = scene.passage.token_of(said.stretch.first.pair).unwrap_or(0);
        let ends = words.ends_with(['.', ',', '?', '!', '…', '—', '–', '-']) || !pair.is_closed;
        let is_sentence =
            starts_high(words) && (ends || word::words(words).nth(FEWEST - 1).is_some());
        said.continues || is_sentence && stands_free(scene.passage.told(), at)
    });
    if is_full {
        Extent::Full
    } else {
        Extent::Partial
    }
}

/// Whether nothing of the writer’s sentence leads into the quote: it opens one, or follows a mark or a verb of speech.
fn stands_free(tokens: Tokens<'_>, at: usize) -> bool {
    let Some(before) = tokens
        .before(at)
        .filter(|before| tokens.sentence(at) == Some(before.sentence))
    else {
        return true;
    };
    !before.is_word() || before.is(Traits::CUE)
}

/// Whether `next` goes on with `last`: one sentence, the same speaker, who stands between them — “…,” Lee said, “…”
pub(super) fn continues(reading: &Reading<'_>, last: &Said, next: &Said) -> bool {
    let (Some(speaker), Some(again)) = (last.speaker, next.speaker) else {
        return false;
    };
    let (from, to) = (last.stretch.last, next.stretch.first);
    let Some((scene, pair)) = reading.pair(from).filter(|_| from.scene == to.scene) else {
        return false;
    };
    let (Some(first), Some(second)) = (
        scene.passage.token_of(from.pair),
        scene.passage.token_of(to.pair),
    ) else {
        return false;
    };
    let tokens = scene.passage.told();
    let stands_between = reading
        .mention(speaker.mention)
        .is_some_and(|mention| (first..second).contains(&mention.tokens.start));
    let is_same = speaker.mention == again.mention;
    let goes_on = !scene
        .passage
        .prose
        .cut(pair.inner.clone())
        .ends_with(['.', '?', '!']);
    let is_parted = tokens
        .before(second)
        .is_some_and(|before| before.is_mark(',') || before.is_mark('—'));
    is_same && stands_between && goes_on && is_parted && tokens.is_together(first, second)
}
