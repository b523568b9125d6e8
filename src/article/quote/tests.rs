//! Quotes and who speaks them, in sentences.

use proptest::prelude::*;

use super::testing::read;
use super::*;

/// The name of the speaker of each quote, with `?` where it is a guess, and the cue.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str, &str)]) {
    let (document, quotes) = read(text);
    let shown = |quote: &Quote| {
        let speaker = quote.speaker.as_ref().map_or(String::new(), |speaker| {
            format!(
                "{}{}",
                speaker.name,
                if speaker.is_inferred { "?" } else { "" }
            )
        });
        let cue = quote.cue.map_or("", |span| document.slice(span));
        (
            document.slice(quote.span).to_owned(),
            speaker,
            cue.to_owned(),
        )
    };
    let found: Vec<_> = quotes.iter().map(shown).collect();
    let found: Vec<_> = found
        .iter()
        .map(|(words, name, cue)| (words.as_str(), name.as_str(), cue.as_str()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn speakers_stand_before_or_behind() {
    check("“We go,” Ann Lee said.", &[("We go,", "Ann Lee", "said")]);
    check(
        "“We go,” said Ann Lee, who left.",
        &[("We go,", "Ann Lee", "said")],
    );
    check(
        "“Why go?” Ann Lee asked.",
        &[("Why go?", "Ann Lee", "asked")],
    );
    check(
        "Ann Lee told reporters on Monday: “We go.”",
        &[("We go.", "Ann Lee", "told")],
    );
    check(
        "According to Ann Lee, it is “over now.”",
        &[("over now.", "Ann Lee", "According to")],
    );
    check(
        "As Ann Lee put it, “We go.”",
        &[("We go.", "Ann Lee", "put it")],
    );
    check(
        "Lee: “We go there now.”",
        &[("We go there now.", "Lee", "")],
    );
    check("“We go.” — Ann Lee, 34, Kent", &[("We go.", "Ann Lee", "")]);
}

#[test]
fn names_are_signed_under_what_they_said() {
    check(
        "“We go.” --Bob Smith, speaking at a rally",
        &[("We go.", "Bob Smith", "")],
    );
    check("“We go.” (Ann Lee, Kent)", &[("We go.", "Ann Lee", "")]);
    check("“We go.” Ann Lee, 34, Kent", &[("We go.", "Ann Lee", "")]);
}

#[test]
fn articles_stand_before_names_that_speak() {
    check(
        "“We go,” said the Kremlin.",
        &[("We go,", "Kremlin", "said")],
    );
    check(
        "“We go,” continued a Kent Democrat, who left.",
        &[("We go,", "a Kent Democrat", "continued")],
    );
}

#[test]
fn nouns_and_participles_have_speakers() {
    check(
        "Lee’s most recent claim was that it was “over now.”",
        &[("over now.", "Lee", "claim")],
    );
    check(
        "They were cross, with Sen. Ann Lee calling it “a mess.”",
        &[("a mess.", "Ann Lee", "calling")],
    );
    check(
        "It was “over now,” according to the Kent readout.",
        &[("over now,", "Kent", "according to")],
    );
    check(
        "The vote was close; most said it was “a mess.”",
        &[("a mess.", "most", "said")],
    );
}

#[test]
fn speakers_can_be_described_or_stand_for_others() {
    check(
        "A person close to the talks called it “a mistake.”",
        &[("a mistake.", "a person close to the talks", "called")],
    );
    check(
        "Kyiv describes them as its “best friends.”",
        &[("best friends.", "Kyiv", "describes")],
    );
    check(
        "Lee’s campaign said it was “no longer true.”",
        &[("no longer true.", "Lee’s campaign", "said")],
    );
    check(
        "The mayor, Ann Lee, said it was “no longer true.”",
        &[("no longer true.", "Ann Lee", "said")],
    );
}

#[test]
fn of_nested_speech_the_outer_speaker_speaks() {
    check(
        "Ann Lee said she feels “a lot of joy” now.",
        &[("a lot of joy", "Ann Lee", "said")],
    );
    check(
        "“We go,” Ann Lee said, according to the Kent Tribune.",
        &[("We go,", "Kent Tribune", "according to")],
    );
    check(
        "He said the plan was “over now,” the Kent Tribune reported.",
        &[("over now,", "Kent Tribune", "reported")],
    );
}

#[test]
fn who_tells_somebody_within_what_is_told_is_inner() {
    let told = "Bob Smith told his wife “I burned the papers.”";
    let words = "I burned the papers.";
    check(told, &[(words, "Bob Smith", "told")]);
    check(
        &format!("Prosecutors say {told}"),
        &[(words, "Prosecutors", "say")],
    );
}

#[test]
fn a_clause_of_its_own_has_its_own_speaker() {
    check(
        "Ann Lee proposed a vote, but Bob Smith rejected it as “absurd.”",
        &[("absurd.", "Bob Smith", "rejected")],
    );
    check(
        "They were glad (Bob Smith, who was there, said, “We go there now.”).",
        &[("We go there now.", "Bob Smith", "said")],
    );
}

#[test]
fn shares_of_many_speak() {
    check(
        "It is what both call a “fresh start,” at last.",
        &[("fresh start,", "both", "call")],
    );
    check(
        "About four in 10 said they were “very angry” with him.",
        &[("very angry", "four in 10", "said")],
    );
    check(
        "Just 21 percent called it “a good plan” this year.",
        &[("a good plan", "21 percent", "called")],
    );
}

#[test]
fn a_speaker_goes_on() {
    check(
        "“We go,” Ann Lee said. “It is late. We must.”",
        &[
            ("We go,", "Ann Lee", "said"),
            ("It is late. We must.", "Ann Lee", "said"),
        ],
    );
    check(
        "Ann Lee was blunt.\n“We will not go there.”",
        &[("We will not go there.", "Ann Lee?", "")],
    );
}

#[test]
fn names_stand_over_or_under_the_quotes_of_a_list() {
    let under = "Here they are.\n“I am glad.”\nAnn Lee, 34, Kent\n“I am not.”\nBob Smith, 41, Ames";
    check(
        under,
        &[
            ("I am glad.", "Ann Lee", ""),
            ("I am not.", "Bob Smith", ""),
        ],
    );
    let over = "Here they are.\nAnn Lee, 34, Kent\n“I am glad.”\nBob Smith, 41, Ames\n“I am not.”";
    check(
        over,
        &[
            ("I am glad.", "Ann Lee", ""),
            ("I am not.", "Bob Smith", ""),
        ],
    );
}

#[test]
fn halves_belong_together() {
    let (_, quotes) =
        read("“We go,” Ann Lee said, “but not now.” She called it “late,” and “sad.”");
    let halves: Vec<_> = quotes
        .iter()
        .map(|quote| (quote.continues, quote.extent))
        .collect();
    assert_eq!(
        halves,
        [
            (false, Extent::Full),
            (true, Extent::Full),
            (false, Extent::Partial),
            (false, Extent::Partial),
        ]
    );
}

#[test]
fn a_quote_over_several_paragraphs_is_one() {
    check(
        "“One is here,” Ann Lee said. “Two is here.\n\n“Three is here.”",
        &[
            ("One is here,", "Ann Lee", "said"),
            ("Two is here.\n\n“Three is here.", "Ann Lee", "said"),
        ],
    );
}

#[test]
fn further_paragraphs_are_shown_without_their_marks() {
    let (document, quotes) = read("Ann Lee said, “One. ‘Two.’\n\n“Three.\n\n“‘Four,’ she said.”");
    let shown: Vec<_> = quotes.iter().map(|quote| quote.words(&document)).collect();
    assert_eq!(shown, ["One. ‘Two.’ Three. ‘Four,’ she said."]);
}

#[test]
fn titles_nicknames_and_terms_are_no_quotes() {
    check(
        "The film “The Long Way Home” was on NBC’s “New Hour” with Juan “Chico” Ruiz.",
        &[],
    );
    check(
        "They went to a “unity” lunch. The marks “” and “…” stayed.",
        &[],
    );
}

#[test]
fn titles_in_a_list_are_no_quotes() {
    check(
        "He said she starred in “Cold Rain” and “Fields of the North.”",
        &[],
    );
    check(
        "Her films “Cold Rain,” “Heat,” and “Fields of the North,” she said, were short.",
        &[],
    );
}

#[test]
fn meanings_and_names_of_sources_are_no_quotes() {
    check(
        "Lee said he liked “domus,” Latin for “a house.”",
        &[("domus,", "Lee", "said")],
    );
    check(
        "According to the “new roads” plan, towns pay for it all.",
        &[],
    );
    check(
        "According to Ann Lee, the “new roads” plan was “a mess.”",
        &[
            ("new roads", "Ann Lee", "According to"),
            ("a mess.", "Ann Lee", "According to"),
        ],
    );
}

#[test]
fn all_of_a_headline_is_said_by_its_label() {
    let rest = "Ann Lee, the mayor, said so on Monday.";
    check(
        &format!("Lee: Town waits for ‘better roads’ again\n\n{rest}"),
        &[("better roads", "Ann Lee?", "")],
    );
    check(
        &format!("Explained: Why the town waits for ‘better roads’ again\n\n{rest}"),
        &[],
    );
}

#[test]
fn short_quotes_are_quotes_where_somebody_says_them() {
    check("“Ames,” he answered.", &[("Ames,", "he", "answered")]);
    check(
        "They came to chants of “Ann! Ann!”",
        &[("Ann! Ann!", "they", "chants")],
    );
}

#[test]
fn what_is_no_text_is_no_source() {
    check(
        "Lee left.\nAlso Read: Mayor Says “No Way” to Bridge\nLee slept.",
        &[],
    );
}

#[test]
fn offices_of_several_words_are_roles() {
    for (words, name, role) in [
        (
            "deputy chief of staff Ann Lee",
            "Ann Lee",
            Some("deputy chief of staff"),
        ),
        (
            "secretary of state Ann Lee",
            "Ann Lee",
            Some("secretary of state"),
        ),
        (
            "University of Oslo historian Ann Lee",
            "Ann Lee",
            Some("University of Oslo historian"),
        ),
        ("prime minister Ann Lee", "Ann Lee", Some("prime minister")),
        ("Prime Minister Ann Lee", "Ann Lee", Some("Prime Minister")),
        (
            "Ann Lee, Chairman and CEO of Bolt Ltd.",
            "Ann Lee",
            Some("Chairman and CEO of Bolt Ltd"),
        ),
        ("Ann Lee, a hydrologist", "Ann Lee", Some("hydrologist")),
        (
            "Ann Lee, China’s president",
            "Ann Lee",
            Some("China’s president"),
        ),
        ("a friend of actor Ann Lee", "a friend", None),
        ("Per Lund", "Per Lund", None),
        ("An Nguyen", "An Nguyen", None),
        ("May Brown", "May Brown", None),
    ] {
        let (_, quotes) = read(&format!("“We go there,” said {words}. It was late."));
        let speaker = quotes.first().and_then(|quote| quote.speaker.as_ref());
        let found = speaker.map(|it| (it.name.as_str(), it.role.as_deref()));
        assert_eq!(found, Some((name, role)), "{words}");
    }
}

#[test]
fn the_same_words_name_who_was_described() {
    let (_, quotes) = read(
        "A top diplomat called it a “turning point.” Ann Lee, the envoy, said it was a “turning point.”",
    );
    let speakers: Vec<_> = quotes
        .iter()
        .filter_map(|quote| quote.speaker.as_ref())
        .map(|it| (it.name.as_str(), it.role.as_deref(), it.is_inferred))
        .collect();
    assert_eq!(
        speakers,
        [
            ("Ann Lee", Some("envoy"), true),
            ("Ann Lee", Some("envoy"), false)
        ]
    );
    assert_eq!(
        quotes.iter().map(|quote| quote.same_as).collect::<Vec<_>>(),
        [None, Some(0)]
    );
}

#[test]
fn other_scripts_have_quotes_without_speakers() {
    check("彼は「はい」と言った。", &[("はい", "", "")]);
}

#[test]
fn accounts_speak() {
    check("@kentlee: “We go.”", &[("We go.", "@kentlee", "")]);
    check(
        "“We go,” @kentlee tweeted.",
        &[("We go,", "@kentlee", "tweeted")],
    );
}

#[test]
fn other_languages_have_quotes_without_speakers() {
    let text = "Die Gespräche gehen weiter, und niemand weiß, wie lange sie noch dauern werden, weil alle müde sind und \
        keiner nachgeben will. „Wir sind nah dran“, sagte Angela Merkel am Montag in Berlin vor der Presse.";
    check(text, &[("Wir sind nah dran", "", "")]);
}

#[test]
fn a_manual_has_terms_and_no_quotes() {
    let rest = "It runs on and on, and nobody says a word of it here. ".repeat(30);
    check(&format!("Lee calls them “sprints” now.\n{rest}"), &[]);
    check(
        &format!("Lee calls them “sprints” now.\n{rest}\n“We will not go,” he said."),
        &[
            ("sprints", "Lee", "calls"),
            ("We will not go,", "Lee", "said"),
        ],
    );
}

#[test]
fn code_is_no_quote() {
    check(
        "Ann Lee said {{ post[\"my card\"] }} stands in “assets/a.png” and ‘page.url’ now.",
        &[],
    );
}

proptest! {
    #[test]
    fn quotes_are_ordered_and_stand_in_the_text(text in "([“”\"'‘’«».,:\n—(]| |Lee|Ann|he|said|the|mayor|of|x’s|A|b){0,60}|\\PC*") {
        let (document, quotes) = read(&text);
        let mut at = 0;
        for (index, quote) in quotes.iter().enumerate() {
            prop_assert!(at <= quote.span.start && !quote.span.is_empty());
            prop_assert!(!document.slice(quote.span).is_empty());
            prop_assert!(document.block(quote.block).is_some_and(|block| block.span.contains(quote.span.start)));
            let mention = quote.speaker.as_ref().map(|speaker| speaker.mention);
            prop_assert!(mention.is_none_or(|span| !document.slice(span).is_empty()));
            prop_assert!(quote.cue.is_none_or(|span| !document.slice(span).is_empty()));
            prop_assert!(quote.same_as.is_none_or(|original| original < index));
            at = quote.span.end;
        }
    }
}
