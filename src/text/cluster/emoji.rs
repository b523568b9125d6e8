//! Emoji: which characters join into one, and what all terminals draw of that.

use super::CAP;
use crate::text::head;

/// Whether a cluster is made of emoji and of what joins them: so short that nothing else can be hidden in it.
pub(super) fn is_emoji_sequence(raw: &str) -> bool {
    let is_tag = |c: char| ('\u{E0020}'..='\u{E007F}').contains(&c);
    let mut chars = raw.chars();
    chars.next().is_some_and(is_pictograph)
        && chars.all(|c| is_pictograph(c) || extends_emoji(c))
        && raw.chars().count() <= CAP
        && (!raw.contains(is_tag) || raw.starts_with('\u{1F3F4}') && is_tag_sequence(raw))
}

/// A flag stays whole, any other sequence is its first emoji.
pub(super) fn first_emoji(raw: &str, first: char) -> &str {
    let is_flag_letter = |c: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
    if is_flag_letter(first) || (first == '\u{1F3F4}' && is_tag_sequence(raw)) {
        return raw;
    }
    head(raw, first.len_utf8())
}

/// A subdivision flag: a black flag, tag characters, the cancel tag.
fn is_tag_sequence(raw: &str) -> bool {
    raw.chars().count() <= 8
        && raw.ends_with('\u{E007F}')
        && raw
            .chars()
            .skip(1)
            .all(|c| ('\u{E0020}'..='\u{E007F}').contains(&c))
}

/// Characters that can begin an emoji sequence (the symbol blocks that emoji-data.txt draws on).
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c, '#' | '*' | '0'..='9' | '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '〰' | '〽' | '㊗' | '㊙'
        | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// What makes a sequence of an emoji: selectors, a joiner, skin tones, a keycap, tags, a second flag letter.
pub(super) fn extends_emoji(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{20E3}' | '\u{FE0E}' | '\u{FE0F}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E007F}')
}
