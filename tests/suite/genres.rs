//! Genres: texts that are set otherwise than news, and what is found in each. A fixture a genre, its quotes as whole values.

use std::fmt::Write;
use std::fs;

use sidenote::article::quote::{Extent, Quote};
use sidenote::article::section::Outline;
use sidenote::article::{Annotations, annotate};
use sidenote::doc::Document;
use sidenote::doc::format::Format;

use crate::fixture;

/// An article and what is found in it.
fn read(name: &str) -> (Document, Annotations) {
    let path = fixture("genres").join(name);
    let text = fs::read_to_string(&path).unwrap();
    let document = Document::read(text.clone(), Format::of(Some(&path), &text));
    let annotations = annotate(&document, &Outline::of(&document));
    (document, annotations)
}

/// `words | speaker, role | extent | cue`: `?` behind a speaker who is a guess, `-` for what is not there.
fn shown(document: &Document, quote: &Quote) -> String {
    let speaker = quote.speaker.as_ref().map_or("-".to_owned(), |speaker| {
        let doubt = if speaker.is_inferred { "?" } else { "" };
        let role = speaker.role.as_ref();
        let role = role.map_or(String::new(), |role| format!(", {role}"));
        format!("{}{doubt}{role}", speaker.name)
    });
    let extent = match quote.extent {
        Extent::Full => "full",
        Extent::Partial => "partial",
    };
    let cue = quote
        .cue
        .map_or("-".to_owned(), |cue| document.visible(cue));
    format!(
        "{} | {speaker} | {extent} | {cue}",
        document.visible(quote.span)
    )
}

#[track_caller]
fn check(name: &str, expected: &str) {
    let (document, annotations) = read(name);
    let mut found = String::new();
    for quote in &annotations.quotes {
        writeln!(found, "{}", shown(&document, quote)).unwrap();
    }
    assert_eq!(found.trim(), expected.trim(), "{name}:\n{found}");
}

/// Everybody’s turns, in reading order: `speaker, role: words`.
#[track_caller]
fn check_turns(name: &str, expected: &str) {
    let (document, annotations) = read(name);
    let mut found = String::new();
    for speech in &annotations.speeches {
        let doubt = if speech.speaker.is_inferred { "?" } else { "" };
        let role = speech.speaker.role.as_ref();
        let role = role.map_or(String::new(), |role| format!(", {role}"));
        let words = document.visible(speech.span);
        writeln!(found, "{}{doubt}{role}: {words}", speech.speaker.name).unwrap();
    }
    assert_eq!(found.trim(), expected.trim(), "{name}:\n{found}");
}

#[test]
fn interviews_have_turns() {
    check(
        "interview.md",
        "\
We built the ferry nobody asked for | - | full | -
A boat that waits is a boat that rots. | my father | full | say",
    );
    check_turns(
        "interview.md",
        "\
Nora Whitlock: You took over the line in the middle of a strike. Why?
Ilse Maran: Because nobody else would. My father used to say, “A boat that waits is a boat that rots.” He was right. I was forty and had never steered anything bigger than a dinghy.
Nora Whitlock: And the crews?
Ilse Maran: They were kinder than I deserved. Two of them taught me to read the fog.
Nora Whitlock: Will the fares go up?
Ilse Maran: Not this year. We promise to keep them where they are until spring.",
    );
    check("questions.txt", "");
    check_turns(
        "questions.txt",
        "\
Tomas Okell?: I paint. I count the ships. On Sundays I answer letters from children.
Tomas Okell?: I miss the bakery. The rest comes to me by post.
Tomas Okell?: In a storm I sit under the lamp and wait. Nobody has ever thought of anything better.",
    );
}

#[test]
fn records_have_labels_in_capitals() {
    check(
        "debate.txt",
        "a matter of days. | the Minister | partial | said",
    );
    check_turns(
        "debate.txt",
        "\
Halvern: I ask the Minister whether the harbour dues will be published before the recess.
Odette Bray, Minister for Ports: They will be published on Friday. I said so in this chamber in May, and I say so again.
Halvern: The Minister said in May that publication was “a matter of days.” Can she tell us what kind of days?
several members: Hear, hear.
the speaker: Order. The Minister will be heard.
Odette Bray, Minister for Ports: Working days.",
    );
    check(
        "court.txt",
        "There is smoke over the sail loft. | Perrin Vance | full | told",
    );
    check_turns(
        "court.txt",
        "\
the court: Good morning. Please be seated. Counsel may proceed.
Delacoe: Thank you, Your Honor. The defence calls Perrin Vance.
Delacoe: Where were you on the night of the fire?
Perrin Vance: On the quay, mending nets.
Delacoe: Did you speak to anyone?
Perrin Vance: I told the watchman, “There is smoke over the sail loft.” He ran.
Abara: Objection. Hearsay.
the court: Overruled. The witness may continue.
Perrin Vance: That was all I said.",
    );
}

#[test]
fn block_quotations_belong_to_who_signs_them_or_leads_in() {
    check(
        "blockquote.md",
        "\
We measured the pressure eleven times. Each time it was higher than the gauge could show. | Helma Straub, chief engineer of the Dorne Water Board | full | -
The gauge was never meant for this. | Ivo Petrak | full | -
I asked for a second gauge in March. I asked again in April. In May I bought one myself. | Helma Straub, chief engineer of the Dorne Water Board | full | told",
    );
}

#[test]
fn single_marks_stand_among_apostrophes() {
    check(
        "british.txt",
        "\
It’s the members’ money, not the chairman’s, | Edith Cope | full | said
I’ve read the rules, | Basil Thorne, chairman | full | said
and they don’t say “ask Edith”. | Basil Thorne, chairman | full | said
a gardener’s answer | Edith Cope | partial | called
We'll see whose beans they are, | Edith Cope | full | added
Rock 'n' roll won't water them. | Edith Cope | full | added",
    );
}

#[test]
fn dialogue_is_set_with_dashes() {
    check(
        "dialogue.txt",
        "\
Are you coming in? | Maren | full | asked
Not yet, | the old man | full | said
Then take my coat. | - | full | -",
    );
}

#[test]
fn headlines_say_who_in_few_words() {
    check(
        "headlines.txt",
        "\
No more bridges | Mayor | partial | -
We were lied to | Orrin residents? | full | -
Never Counted | Lund | partial | Says
I counted every one, | Amos Tull | full | says",
    );
}

#[test]
fn letters_quote_in_the_first_person() {
    check(
        "letter.txt",
        "\
a private hobby. | the mayor | partial | calls
Sell the land, keep the bees. | Josef Lind, neighbour | full | told",
    );
}

#[test]
fn strikes_are_told_by_many() {
    check(
        "strike.txt",
        "\
furious | Dockers? | partial | -
a last resort, | the union | partial | calls
unlawful and short-sighted. | the port authority | partial | said
I was a crane driver, | Josef Harte, chairman | full | said
I know what four in the morning feels like. “I also know what an empty quay feels like. | Josef Harte, chairman | full | said
My father has the patience of a lighthouse, | Josef Harte Jr., son | full | said
I don’t. | Josef Harte Jr., son | full | said
Nights are not free | Strikers? | partial | -
Four crews, not three. | Strikers | partial | -
a biscuit. | Petra Kolb, union’s secretary | partial | dismissed
a draft. | Ines Vale, spokeswoman for the authority | partial | said
sleeping through the crisis, | the opposition? | partial | accused
There is a table, | Greta Lund, mayor of Orrin | full | said
It even has chairs. | Greta Lund, mayor of Orrin | full | said
They have picked the one week when the herring come, | a fishmonger | full | said
I have forty crates of ice, | a fishmonger? | full | added
furious. | - | partial | -",
    );
}

#[test]
fn trials_are_told_by_witnesses() {
    check(
        "trial.txt",
        "\
He never checked the valve | engineer? | full | -
never once | Helma Straub | partial | told
I told him at nine, and I told him again at eleven, | Helma Straub | full | said
Quiet, please, | Bray, Justice | full | said
difficult. | Helma Straub | partial | agreed
a nuisance | Helma Straub? | partial | said
every lesson | Dana Kerr, founder and CTO | partial | said
They keep saying ‘lessons,’ | Milan Petrak, victim’s brother | full | told
not about engineering but about attention, | - | partial | -
about whose. | the jury? | partial | -
Like a door, | Amos Tull, retired foreman | full | said
Like the biggest door in the world. | Amos Tull, retired foreman | full | said
Did you go back? | Leo Abara | full | asked
Yes, | Amos Tull, retired foreman | full | replied
not evidence. | Bray, Justice | partial | reminded",
    );
}

#[test]
fn poems_have_lines() {
    check(
        "poem.md",
        "\
I carry none, but those who leave their oars behind may travel with the sun. | it | full | said
My song is done. | it | full | said",
    );
}

#[test]
fn posts_have_accounts() {
    check(
        "posts.md",
        "\
Third day without a bridge and I have learned to love the ferry. | @millie_tarr | full | -
Anyone else swimming to work? | Devin Oake | full | wrote
The bridge is shut until Monday. Please use the ferry. | Orrin Council | full | -
We’re sorry. We’re counting bolts. | Greta Lund, Mayor | full | tweeted
Counting bolts is my new favourite excuse, | @devinoake | full | replied",
    );
}

#[test]
fn press_releases_say_who_is_what() {
    check(
        "release.txt",
        "\
This mill is the largest thing we have ever built, and the most careful, | Petra Lindqvist, chief executive of Corvane Foods | full | said
We will hire in Hartsel first. | Petra Lindqvist, chief executive of Corvane Foods | full | said
Hartsel has waited ten years for this day, | Omar Fayed, town’s mayor | full | said
We're delighted, | June Tolland, Vice President of Research at the Hartsel Grain Institute | full | adds
that oats have found a home. | June Tolland, Vice President of Research at the Hartsel Grain Institute | full | adds",
    );
}

#[test]
fn typewriters_and_mixed_marks() {
    check(
        "typewriter.txt",
        "\
The press broke at midnight, | Olga Fenn, night editor | full | said
We set the last page by hand. | Olga Fenn, night editor | full | said
Nobody noticed, | Karl Reuss | full | said
Nobody ever does. | Karl Reuss | full | said
a quiet night, | Karl Reuss | partial | called
a lie. | Olga Fenn, night editor | partial | called",
    );
}

#[test]
fn other_languages_have_quotes_without_speakers() {
    check(
        "french.txt",
        "\
Nous n’avons rien promis à personne | - | full | -
simple formalité | - | partial | -",
    );
    check(
        "german.txt",
        "\
Wir haben jede Schraube gezählt | - | full | -
eine sehr lange Arbeit | - | partial | -",
    );
    // Without spaces and small letters nothing tells a sentence from a fragment.
    check(
        "japanese.txt",
        "\
すべてのボルトを数えました | - | partial | -
船のほうが好きです | - | partial | -",
    );
}
