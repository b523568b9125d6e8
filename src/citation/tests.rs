use proptest::prelude::*;

use super::excerpt::Passage;
use super::*;
use crate::article::section::{Location, SectionId};
use crate::doc::Document;
use crate::doc::format::Format;
use crate::text::span::Span;

fn source() -> Source {
    let meta = Meta {
        title: Some("Who pays\nfor the pier?".to_owned()),
        byline: Some("Ann Lee and Bo Kim".to_owned()),
        publisher: Some("The Harbour Post".to_owned()),
        published: Some("2026-05-12T08:00:00Z".to_owned()),
        url: Some("https://harbour.example/pier?a=1".to_owned()),
        ..Meta::default()
    };
    Source::new(&meta, "pier.html", None)
}

fn speaker(is_inferred: bool) -> Attribution {
    Attribution {
        mention: Span::default(),
        name: "Ines Calloway".to_owned(),
        role: Some("mayor".to_owned()),
        is_inferred,
    }
}

/// A paragraph of the third section.
fn paragraph(number: u32) -> Locations {
    let location = Location {
        section: SectionId::new(3),
        label: "§3".to_owned(),
        heading: Some("Who pays?".into()),
        paragraph: Some(number),
    };
    Locations {
        first: location.clone(),
        last: location,
    }
}

fn words(excerpt: &Excerpt) -> Vec<&str> {
    excerpt.passages().iter().map(Passage::words).collect()
}

/// The excerpt of the words of `markdown` that stand between bars.
fn excerpt(markdown: &str) -> Excerpt {
    excerpt_between('|', markdown)
}

fn excerpt_between(bar: char, markdown: &str) -> Excerpt {
    let (before, rest) = markdown.split_once(bar).unwrap();
    let (words, after) = rest.split_once(bar).unwrap();
    let document = Document::read(format!("{before}{words}{after}"), Format::Markdown);
    Excerpt::of(
        &document,
        Span::of(before.len()..before.len() + words.len()),
    )
}

#[test]
fn a_quotation_over_paragraphs_is_cited_without_the_marks_between() {
    for (markdown, passages) in [
        (
            "She said: “|We *go*.\n\n“‘Now,’ he said. The “old lady” waits.\n\n“It is late.|”",
            &[
                "We go.",
                "‘Now,’ he said. The “old lady” waits.",
                "It is late.",
            ][..],
        ),
        (
            "“|We go,” she said.\n\n“Now|,” he said.",
            &["We go,” she said.", "“Now"],
        ),
        (
            "> |We go.\n>\n> “Now,” he said.|",
            &["We go.", "“Now,” he said."],
        ),
        ("|“We go.\n\n“Now.”|", &["“We go.", "“Now.”"]),
    ] {
        assert_eq!(words(&excerpt(markdown)), passages, "{markdown}");
    }
}

/// What stands between `^` in plain text, and in Markdown.
#[track_caller]
fn check_structure(markdown: &str, plain: &str, quoted: &str) {
    let excerpt = excerpt_between('^', markdown);
    assert_eq!(excerpt.text(), plain, "{markdown}");
    let citation = Citation {
        excerpt: &excerpt,
        speaker: None,
        place: &paragraph(1),
        source: &Source::default(),
        has_fragment: false,
    };
    let quoted: Vec<_> = quoted.lines().map(|line| format!("> {line}")).collect();
    let quoted = quoted.join("\n").replace("> \n", ">\n");
    let expected = format!("{quoted}\n>\n> — §3 ¶1");
    assert_eq!(citation.write(Form::Markdown), expected, "{markdown}");
}

#[test]
fn items_stand_on_lines_of_their_own_behind_their_signs() {
    for (markdown, plain, quoted) in [
        (
            "^It provides for:\n\n- ships\n- *docks*^\n- piers",
            "It provides for:\n\n• ships\n• docks",
            "It provides for:\n\n- ships\n- docks",
        ),
        (
            "- so many ^ships\n  1. large\n  2. small\n- [x] docks^",
            "ships\n    1. large\n    2. small\n[x] docks",
            "ships\n\n    1. large\n    2. small\n- [x] docks",
        ),
        (
            "1. ^ships\n\n   and fast\n\n2. docks^",
            "1. ships\n\n    and fast\n\n2. docks",
            "1. ships\n\n    and fast\n\n2. docks",
        ),
        (
            "1. two ^ships\n2. docks^",
            "ships\n2. docks",
            "ships\n\n2. docks",
        ),
        ("- a ^b\n  - c^", "b\n• c", "b\n\n- c"),
        ("- a\n  ^- b\n  - c^", "• b\n• c", "- b\n- c"),
        ("^- all of one^\n- b", "all of one", "all of one"),
    ] {
        check_structure(markdown, plain, quoted);
    }
}

#[test]
fn cells_stand_in_their_columns() {
    let table = "| Pier | Depth |\n| --- | --- |\n| Ost *a* | 7 |\n|  | 9 |";
    let rows = |from: &str, to: &str| {
        let text = table.replacen(from, &format!("^{from}"), 1);
        text.replacen(to, &format!("{to}^"), 1)
    };
    for (from, to, plain, quoted) in [
        (
            "| Pier",
            "9 |",
            "Pier\tDepth\nOst a\t7\n\t9",
            "| Pier | Depth |\n| --- | --- |\n| Ost a | 7 |\n|  | 9 |",
        ),
        ("Ost", "9", "Ost a\t7\n\t9", "Ost a \\| 7\n\n \\| 9"),
        ("7", "9", "7\n\t9", "7\n\n \\| 9"),
        ("Ost", "a*", "Ost a", "Ost a"),
        ("9", "9", "9", "9"),
    ] {
        check_structure(&rows(from, to), plain, quoted);
    }
}

#[track_caller]
fn check(words: &str, is_said: bool, source: &Source, form: Form, expected: &str) {
    let (excerpt, speaker) = (excerpt(words), speaker(false));
    let citation = Citation {
        excerpt: &excerpt,
        speaker: is_said.then_some(&speaker),
        place: &paragraph(2),
        source,
        has_fragment: false,
    };
    assert_eq!(citation.write(form), expected);
}

const SAID: &str = "She said: “|The *pier* is the “old lady” of the town|.”";

#[test]
fn all_that_is_known_is_told() {
    check(
        SAID,
        true,
        &source(),
        Form::Plain,
        "“The pier is the ‘old lady’ of the town” — Ines Calloway, mayor\n\
         Who pays for the pier?, by Ann Lee and Bo Kim, The Harbour Post, 12 May 2026, §3 ¶2\n\
         https://harbour.example/pier?a=1",
    );
    check(
        SAID,
        true,
        &source(),
        Form::Markdown,
        "> The pier is the “old lady” of the town\n>\n\
         > — Ines Calloway, mayor, in [Who pays for the pier?](<https://harbour.example/pier?a=1>), \
         by Ann Lee and Bo Kim, The Harbour Post, 12 May 2026, §3 ¶2",
    );
    check(
        SAID,
        true,
        &source(),
        Form::Apa,
        "“The pier is the ‘old lady’ of the town” (Ines Calloway, as cited in Lee & Kim, 2026, “Who pays?” section, para. 2)\n\n\
         Lee, A., & Kim, B. (2026, May 12). Who pays for the pier? The Harbour Post. https://harbour.example/pier?a=1",
    );
}

#[test]
fn what_is_not_known_is_left_out() {
    let bare = Source::new(&Meta::default(), "pier.txt", Some("file:///pier.txt"));
    let words = "|Words.|";
    check(
        words,
        false,
        &bare,
        Form::Plain,
        "“Words.”\npier.txt, §3 ¶2",
    );
    check(
        words,
        false,
        &bare,
        Form::Markdown,
        "> Words.\n>\n> — pier.txt, §3 ¶2",
    );
    check(
        words,
        false,
        &bare,
        Form::Apa,
        "“Words.” (“pier.txt”, n.d., “Who pays?” section, para. 2)\n\npier.txt. (n.d.).",
    );
    let staff = Source::new(
        &Meta {
            byline: Some("Harbour Staff".to_owned()),
            publisher: Some("Harbour Staff".to_owned()),
            published: Some("last week".to_owned()),
            ..Meta::default()
        },
        "pier.txt",
        None,
    );
    check(
        words,
        false,
        &staff,
        Form::Plain,
        "“Words.”\npier.txt, by Harbour Staff, last week, §3 ¶2",
    );
    check(
        words,
        false,
        &staff,
        Form::Apa,
        "“Words.” (Harbour Staff, n.d., “Who pays?” section, para. 2)\n\nHarbour Staff. (n.d.). pier.txt.",
    );
}

#[test]
fn a_name_that_is_a_guess_says_so() {
    let (excerpt, speaker) = (excerpt("|Words|"), speaker(true));
    let citation = Citation {
        excerpt: &excerpt,
        speaker: Some(&speaker),
        place: &paragraph(1),
        source: &source(),
        has_fragment: false,
    };
    for form in Form::ALL {
        assert!(citation.write(*form).contains("inferred"));
    }
}

#[test]
fn long_quotations_are_blocks_in_apa() {
    let words = "many words ".repeat(30);
    let excerpt = excerpt(&format!("|{words}|"));
    let citation = Citation {
        excerpt: &excerpt,
        speaker: None,
        place: &paragraph(1),
        source: &source(),
        has_fragment: false,
    };
    assert!(citation.write(Form::Apa).starts_with("many words"));
}

#[test]
fn markup_is_escaped_in_markdown() {
    assert_eq!(escaped("1. a_b"), r"1\. a\_b");
    assert_eq!(escaped("#1 <b> & `c`"), r"\#1 \<b\> \& \`c\`");
    check(
        "|a \\[b\\](c)\n\n1\\. d|",
        false,
        &Source::default(),
        Form::Markdown,
        "> a \\[b\\](c)\n>\n> 1\\. d\n>\n> — §3 ¶2",
    );
}

#[test]
fn what_leads_elsewhere_is_left_out_and_marked() {
    let excerpt = excerpt("One |word.\n\nAlso Read: Another pier\n\nTwo| words.");
    assert_eq!(words(&excerpt), ["word.", "[…]", "Two"]);
}

#[track_caller]
fn check_fragment(markdown: &str, expected: &str) {
    assert_eq!(fragment::of(&excerpt(markdown)).as_deref(), Some(expected));
}

#[test]
fn short_words_are_named_whole_and_without_marks_at_their_ends() {
    check_fragment(
        "|“It is an old, well-built pier & bridge,”| she said.",
        "text=It%20is%20an%20old%2C%20well%2Dbuilt%20pier%20%26%20bridge",
    );
    check_fragment(
        "|Die **schöne** Brücke am Fluss|",
        "text=Die%20sch%C3%B6ne%20Br%C3%BCcke%20am%20Fluss",
    );
}

#[test]
fn very_short_words_are_told_from_others_by_what_stands_before_them() {
    check_fragment(
        "The two towns call each other “|best friends,|” they say.",
        "text=call%20each%20other%20%E2%80%9C-,best%20friends",
    );
    check_fragment("|Best friends| they are.", "text=Best%20friends");
}

#[test]
fn long_words_are_named_by_their_ends() {
    let middle = "and more of the same ".repeat(20);
    check_fragment(
        &format!("|one two three four five six {middle} seven eight nine ten eleven.|"),
        "text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
    );
    check_fragment("|one two\n\nthree four|", "text=one%20two,three%20four");
    check_fragment(
        "|one two[^1] three four|\n\n[^1]: Note.",
        "text=one%20two,three%20four",
    );
}

#[test]
fn a_fragment_joins_the_one_that_is_there() {
    let meta = Meta {
        url: Some("https://harbour.example/pier#top".to_owned()),
        ..Meta::default()
    };
    let source = Source::new(&meta, "", None);
    let excerpt = excerpt("|one two three four|");
    let citation = Citation {
        excerpt: &excerpt,
        speaker: None,
        place: &Locations::default(),
        source: &source,
        has_fragment: true,
    };
    let expected = "https://harbour.example/pier#top:~:text=one%20two%20three%20four";
    assert_eq!(citation.address().as_deref(), Some(expected));
}

#[test]
fn only_addresses_on_the_web_are_told() {
    for (address, expected) in [
        ("https://a.example/b c", Some("https://a.example/b%20c")),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("pier.html", None),
    ] {
        assert_eq!(on_the_web(address).as_deref(), expected);
    }
}

proptest! {
    #[test]
    fn any_words_can_be_cited(text in any::<String>(), start in 0usize..60, length in 0usize..60) {
        let document = Document::read(text, Format::Markdown);
        let start = document.char_start(u32::try_from(start).unwrap());
        let end = document.char_start(start + u32::try_from(length).unwrap());
        let excerpt = Excerpt::of(&document, Span::new(start, end));
        let source = source();
        let citation = Citation {
            excerpt: &excerpt,
            speaker: None,
            place: &Locations::default(),
            source: &source,
            has_fragment: true,
        };
        for form in Form::ALL {
            prop_assert!(!citation.write(*form).is_empty());
        }
        let address = citation.address().unwrap();
        prop_assert!(Url::parse(&address).is_ok() && address.is_ascii());
    }
}
