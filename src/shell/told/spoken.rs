//! Signs as words: what stands for a place or a count where room is short.

/// What is said for the signs that the reader itself writes: `§2 ¶1–3 · 3/7` is “section 2 paragraphs 1 to 3, 3 of 7”.
pub(super) fn spoken(text: &str) -> String {
    let text = text.replace(" · ", ", ").replace('↔', "see");
    let words: Vec<String> = text.split(' ').map(word).collect();
    words.join(" ")
}

/// The same of a detail, where `Ann Lee?` is a guess.
pub(super) fn detail(text: &str) -> String {
    let parts = text.split(" · ").map(|part| match part.strip_suffix('?') {
        Some("") => "inferred".to_owned(),
        Some(name) => format!("{name}, inferred"),
        None => spoken(part),
    });
    parts.collect::<Vec<_>>().join(", ")
}

fn word(word: &str) -> String {
    if let Some((from, to)) = word.split_once("–§") {
        return format!("{} to section {to}", self::word(from));
    }
    if let Some(times) = word.strip_prefix('×') {
        let (times, behind) = times.strip_suffix(',').map_or((times, ""), |it| (it, ","));
        return format!("said {times} times{behind}");
    }
    if let Some(number) = word.strip_prefix('§') {
        return format!("section {number}");
    }
    if let Some(numbers) = word.strip_prefix('¶') {
        return match numbers.split_once('–') {
            Some((first, last)) => format!("paragraphs {first} to {last}"),
            None => format!("paragraph {numbers}"),
        };
    }
    match word.split_once('/') {
        Some((at, of)) if is_number(at) && is_number(of.trim_end_matches([',', '…', '+'])) => {
            format!("{at} of {of}")
        }
        _ => word.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

/// `Q3 G1 /2` is “3 quotes, 1 guarantee, 2 hits”.
pub(super) fn counts(text: &str) -> String {
    let count = |word: &str| {
        let mut letters = word.chars();
        let what = match letters.next()? {
            'Q' => "quote",
            'G' => "guarantee",
            'T' => "turn",
            '/' => "hit",
            _ => return None,
        };
        let number = letters.as_str();
        let many = if number == "1" { "" } else { "s" };
        is_number(number).then(|| format!("{number} {what}{many}"))
    };
    let counts: Vec<_> = text.split(' ').filter_map(count).collect();
    counts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_said() {
        for (text, expected) in [
            ("§2 ¶1–3 · 3/7", "section 2 paragraphs 1 to 3, 3 of 7"),
            (
                "§1 ¶3–§2 ¶1, 9 words",
                "section 1 paragraph 3 to section 2 paragraph 1, 9 words",
            ),
            ("Introduction–§2", "Introduction to section 2"),
            ("either/or 3/14…", "either/or 3 of 14…"),
            ("×2, said", "said 2 times, said"),
            ("", ""),
        ] {
            assert_eq!(spoken(text), expected);
        }
        assert_eq!(
            detail("×2 · Ann Lee? · spoke"),
            "said 2 times, Ann Lee, inferred, spoke"
        );
        assert_eq!(detail("who is it · said"), "who is it, said");
        assert_eq!(
            counts("T2 Q3 G1 /2"),
            "2 turns, 3 quotes, 1 guarantee, 2 hits"
        );
    }
}
