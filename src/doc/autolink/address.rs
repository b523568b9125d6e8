//! Addresses in a text, by the rules of GitHub's Markdown (“Autolinks (extension)” of its specification): `https://…`, `http://…`, `www.…` and
//! mailboxes, without the punctuation behind them and brackets that they do not open.
//!
//! Stricter than those rules in what people type between words: an address ends before typographic quotation marks, dashes and the full stops of
//! Chinese and Japanese, and neither `git@a.example:b` nor `name@1.2.3` is a mailbox. Libraries for this (`linkify`) know none of these borders, and
//! take every `name.end` for an address before they find one that begins with `www.`.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::text::{cut, head, tail};

/// An address that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Where it leads.
    pub(super) url: String,
}

/// What an address is known by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Scheme,
    Www,
    At,
}

static SCHEME: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("://"));
static WWW: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("www."));

const SCHEMES: &[&str] = &["https", "http"];

/// Whether a text, as it stands in its source, may show an address: it has one of the signs, or letters struck over.
pub(super) fn may_be_in(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr2(b'@', b'\x08', bytes).is_some()
        || SCHEME.find(bytes).is_some()
        || WWW.find(bytes).is_some()
}

/// All addresses, in order. Linear: no stretch of the text is looked at for more than one of them that does not become part of it.
pub(super) fn find(text: &str) -> Vec<Address> {
    let bytes = text.as_bytes();
    let schemes = SCHEME.find_iter(bytes).map(|at| (at, Sign::Scheme));
    let hosts = WWW.find_iter(bytes).map(|at| (at, Sign::Www));
    let mailboxes = memchr::memchr_iter(b'@', bytes).map(|at| (at, Sign::At));
    let mut signs: Vec<_> = schemes.chain(hosts).chain(mailboxes).collect();
    signs.sort_by_key(|(at, _)| *at);
    let (mut found, mut behind, mut refused) = (Vec::new(), 0, 0);
    for (at, sign) in signs {
        if at < behind {
            continue;
        }
        let address = match sign {
            Sign::Scheme => page(text, behind, at),
            Sign::Www if at < refused || !may_begin(text, at) => None,
            Sign::Www => {
                let address = www(text, at);
                if address.is_none() {
                    refused = at + run(tail(text, at)).len(); // all hosts in it end alike
                }
                address
            }
            Sign::At => mailbox(text, behind, at),
        };
        if let Some(address) = address {
            behind = match sign {
                Sign::At => address.range.end,
                Sign::Scheme | Sign::Www => at + word(tail(text, at)).len(),
            };
            found.push(address);
        }
    }
    found
}

/// The address of a page with `://` at `at`.
fn page(text: &str, behind: usize, at: usize) -> Option<Address> {
    let before = cut(text, behind..at);
    let ends_so = |scheme: &&&str| {
        let start = before.len().checked_sub(scheme.len());
        start.is_some_and(|start| tail(before, start).eq_ignore_ascii_case(scheme))
    };
    let start = at - SCHEMES.iter().find(ends_so)?.len();
    let rest = tail(text, at + "://".len());
    if has_letter_before(text, start) || host(rest).is_empty() {
        return None;
    }
    let end = at + "://".len() + trimmed(word(rest)).len();
    Some(Address {
        range: start..end,
        url: cut(text, start..end).to_owned(),
    })
}

/// Whether a host may begin at `at`: not within a word, nor within another host.
fn may_begin(text: &str, at: usize) -> bool {
    let before = head(text, at).chars().next_back();
    !has_letter_before(text, at) && !before.is_some_and(|c| c.is_ascii() && is_of_host(c))
}

/// The address of a page that begins with `www.` at `at`.
fn www(text: &str, at: usize) -> Option<Address> {
    let rest = tail(text, at);
    if host(rest).trim_end_matches('.').len() <= "www.".len() {
        return None;
    }
    let shown = trimmed(word(rest));
    (shown.len() > "www.".len()).then(|| Address {
        range: at..at + shown.len(),
        url: format!("http://{shown}"),
    })
}

/// The address of a mailbox with `@` at `at`.
fn mailbox(text: &str, behind: usize, at: usize) -> Option<Address> {
    const SCHEME: &str = "mailto:";
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let before = cut(text, behind..at);
    let local = tail(before, before.trim_end_matches(is_local).len());
    let local = local.trim_start_matches(['.', '-', '+']);
    let rest = tail(text, at + 1);
    let domain = head(rest, rest.len() - rest.trim_start_matches(is_of_mail).len());
    let domain = domain.trim_end_matches('.');
    let mut start = at - local.len();
    let mut after = tail(rest, domain.len()).chars();
    let goes_on = match after.next() {
        Some(':') => after.next().is_some_and(char::is_alphanumeric), // `git@a.example:b`
        Some(c) => c == '@' || is_letter(c),
        None => false,
    };
    let is_cut = head(text, start).ends_with('@') || has_letter_before(text, start);
    if local.is_empty() || goes_on || is_cut || !is_domain(domain) {
        return None;
    }
    let named = start
        .checked_sub(SCHEME.len())
        .filter(|from| *from >= behind);
    if let Some(from) = named
        && cut(text, from..start).eq_ignore_ascii_case(SCHEME)
    {
        start = from;
    }
    let end = at + 1 + domain.len();
    Some(Address {
        range: start..end,
        url: format!("{SCHEME}{local}@{domain}"),
    })
}

/// The host that a text begins with; empty where it is none: an underscore stands in its last two names.
fn host(text: &str) -> &str {
    let host = run(text);
    let mut last = host.trim_end_matches('.').rsplitn(3, '.').take(2);
    let begins = host.starts_with(char::is_alphanumeric);
    if begins && !last.any(|name| name.contains('_')) {
        host
    } else {
        ""
    }
}

/// The letters and signs of hosts that a text begins with.
fn run(text: &str) -> &str {
    head(text, text.len() - text.trim_start_matches(is_of_host).len())
}

fn is_of_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

fn is_of_mail(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// Whether a mailbox can be there: names with dots between, of which the last begins with a letter.
fn is_domain(domain: &str) -> bool {
    domain.rsplit_once('.').is_some_and(|(before, last)| {
        before.starts_with(|c: char| c.is_ascii_alphanumeric())
            && last.starts_with(|c: char| c.is_ascii_alphabetic())
            && !last.ends_with(['-', '_'])
    })
}

/// Whether a word goes on from before `at`.
fn has_letter_before(text: &str, at: usize) -> bool {
    head(text, at).chars().next_back().is_some_and(is_letter)
}

/// Whether a letter belongs to the word that it stands beside: Chinese and Japanese have no spaces around what is no word of theirs.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{2E80}'
}

/// The text up to the first sign that no address has.
fn word(text: &str) -> &str {
    let is_end = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '<' | '>' | '"' | '`' | '«' | '»' | '‹' | '›' | '…' | '–' | '—' | '\u{fffc}'
            )
            || matches!(c, '\u{2018}'..='\u{201f}' | '\u{3001}'..='\u{3002}' | '\u{3008}'..='\u{3011}')
            || matches!(
                c,
                '！' | '（' | '）' | '，' | '：' | '；' | '？' | '｡' | '､'
            )
    };
    head(text, text.find(is_end).unwrap_or(text.len()))
}

/// A word without the punctuation that it ends with: brackets that it does not open, and what looks like an entity, are such too.
fn trimmed(word: &str) -> &str {
    const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];
    let count = |sign: char| word.matches(sign).count();
    let mut unopened = BRACKETS.map(|(open, close)| count(close).saturating_sub(count(open)));
    let mut word = word;
    while let Some(last) = word.chars().next_back() {
        let shorter = head(word, word.len() - last.len_utf8());
        word = match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' => shorter,
            ';' => before_entity(shorter).unwrap_or(shorter),
            _ => {
                let which = BRACKETS.iter().position(|(_, close)| *close == last);
                let left = which.and_then(|which| unopened.get_mut(which));
                let Some(left) = left.filter(|left| **left > 0) else {
                    break;
                };
                *left -= 1;
                shorter
            }
        };
    }
    word
}

/// What stands before `&name` at the end of a text.
fn before_entity(text: &str) -> Option<&str> {
    let before = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    before
        .strip_suffix('&')
        .filter(|_| before.len() < text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The addresses of a text in brackets.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (mut shown, mut at) = (String::new(), 0);
        for address in find(text) {
            let Range { start, end } = address.range;
            shown.extend([cut(text, at..start), "⟦", cut(text, start..end), "⟧"]);
            at = end;
        }
        shown.push_str(tail(text, at));
        assert_eq!(shown, expected);
    }

    #[test]
    fn pages_are_found_without_what_stands_around_them() {
        check("see https://a.example/b.", "see ⟦https://a.example/b⟧.");
        check("(HTTP://a.example)", "(⟦HTTP://a.example⟧)");
        check("http://localhost:80/b, so", "⟦http://localhost:80/b⟧, so");
        check("https://a.example/b?c=(d)", "⟦https://a.example/b?c=(d)⟧");
        check("(https://a.example/b_(c)))", "(⟦https://a.example/b_(c)⟧))");
        check("[https://a.example/]:", "[⟦https://a.example/⟧]:");
        check("https://a.example/b?!*~_", "⟦https://a.example/b⟧?!*~_");
        check("https://a.example/b&copy;", "⟦https://a.example/b⟧&copy;");
        check("https://a.example/b;", "⟦https://a.example/b⟧;");
        check("<https://a.example/>", "<⟦https://a.example/⟧>");
        check("“https://a.example/”", "“⟦https://a.example/⟧”");
        check("https://a.example/b—which", "⟦https://a.example/b⟧—which");
        check(
            "请看https://a.example/路。好",
            "请看⟦https://a.example/路⟧。好",
        );
        check("https://bücher.example/", "⟦https://bücher.example/⟧");
        check(
            "https://a.example http://b.example",
            "⟦https://a.example⟧ ⟦http://b.example⟧",
        );
    }

    #[test]
    fn hosts_are_found_by_their_first_name() {
        check("www.a.example/b, or", "⟦www.a.example/b⟧, or");
        check("(www.a.example)", "(⟦www.a.example⟧)");
        check(
            "a.www.b.example awww.c.example",
            "a.www.b.example awww.c.example",
        );
        check("www. www.. www.a_b.example", "www. www.. www.a_b.example");
        check("www.a_b.c.example", "⟦www.a_b.c.example⟧");
        check("awww.路www.b.example", "awww.路⟦www.b.example⟧");
    }

    #[test]
    fn mailboxes_are_found() {
        check("to ann.b+c@a.example.", "to ⟦ann.b+c@a.example⟧.");
        check("mailto:ann@a.example", "⟦mailto:ann@a.example⟧");
        check("联系ann@a.example吧", "联系⟦ann@a.example⟧吧");
        check("ann@a.example/b", "⟦ann@a.example⟧/b");
        let urls = find("ann@a.example MAILTO:b@c.example www.d.example");
        let urls: Vec<_> = urls.iter().map(|it| it.url.as_str()).collect();
        assert_eq!(
            urls,
            [
                "mailto:ann@a.example",
                "mailto:b@c.example",
                "http://www.d.example"
            ]
        );
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "xhttps://a.example ftp://a.example https:// https://. https://-",
            "@ann a@b a@@b.example a@b.example@c é@a.example joé@a.example",
            "git@a.example:b name@1.2.3 a@b.examplé a@b-.c- a@.b",
            "https://a_b.example https://a.b_c",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn hostile_text_takes_no_longer_than_any_other() {
        let each = 200_000; // the square of which would take minutes
        for text in [
            "www.".repeat(each),
            "a@".repeat(each),
            "http://a".repeat(each),
            format!("http://a{}", ")".repeat(each)),
            format!("http://a{}", "&a;".repeat(each)),
            format!("{}_b.c", "www.".repeat(each)),
            format!("{}_b.c", "路www.".repeat(each)),
            "http://".repeat(each),
            "a.".repeat(each) + "@" + &"a.".repeat(each),
        ] {
            assert!(find(&text).len() <= 1, "{}", head(&text, 20));
        }
    }

    proptest! {
        #[test]
        fn addresses_stand_in_order_in_any_text(
            parts in prop::collection::vec("(://|www\\.|@|https?|mailto:|[.,;:_)(&-]|[aé路 ]){0,4}", 0..20)
        ) {
            let text = parts.concat();
            let mut behind = 0;
            for Address { range, url } in find(&text) {
                prop_assert!(range.start >= behind && range.start < range.end);
                prop_assert!(url.ends_with(cut(&text, range.clone()).trim_start_matches("mailto:")));
                prop_assert!(!cut(&text, range.clone()).is_empty());
                behind = range.end;
            }
        }
    }
}
