//! What the shell is answered: extract, quotes and guarantees.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json as expected};

use crate::cli::{json, sidenote, sidenote_with, text};
use crate::fixture;

#[test]
fn extract_writes_no_character_that_a_terminal_obeys() {
    let said =
        "He “gave a \u{9b}31m b\u{7f} \u{202e}x\u{2028} promise of \u{1b}help,” Ann Lee said.\n";
    for format in ["json", "jsonl"] {
        // In Markdown a line separator does not end the paragraph.
        let arguments = ["extract", "--from", "markdown", "--format", format, "-"];
        let output = sidenote_with(&arguments, said.as_bytes());
        let is_obeyed = |c: char| {
            c.is_control() && c != '\n'
                || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!text(&output.stdout).contains(is_obeyed));
        let quote = &json(&output)["quotes"][0]["text"];
        assert_eq!(
            quote,
            "gave a \u{9b}31m b\u{7f} \u{202e}x\u{2028} promise of \u{1b}help,"
        );
    }
}

#[test]
fn a_closed_pipe_is_quiet() {
    let many = [vec!["extract"], vec!["everything.md"; 500]].concat();
    for arguments in [&["harbour.txt"][..], &["extract", "harbour.txt"], &many] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sidenote"))
            .args(arguments)
            .current_dir(fixture("."))
            .env("XDG_CONFIG_HOME", fixture("nowhere"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(text(&output.stderr), "");
    }
}

#[test]
fn extract_prints_the_contract() {
    let article = json(&sidenote(&["extract", "harbour.txt"]));
    assert_eq!(article["schema"], 1);
    assert_eq!(article["source"]["format"], "text");
    assert_eq!(article["source"]["sha256"].as_str().unwrap().len(), 64);
    let headings: Vec<_> = article["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| &section["heading"])
        .collect();
    assert_eq!(
        headings,
        [
            &Value::Null,
            &"What did the towns agree on?".into(),
            &"Who pays for the dredging?".into(),
            &"Is the night ferry real?".into()
        ]
    );
    let source = std::fs::read_to_string(fixture("harbour.txt")).unwrap();
    for list in ["quotes", "guarantees"] {
        for entry in article[list].as_array().unwrap() {
            let at = |key: &str| usize::try_from(entry["span"][key].as_u64().unwrap()).unwrap();
            assert_eq!(source.get(at("start")..at("end")), entry["text"].as_str());
        }
    }
}

#[test]
fn extract_answers_for_every_article_even_when_one_fails() {
    let output = sidenote(&[
        "extract",
        "--format",
        "jsonl",
        "harbour.txt",
        "nothing.txt",
        "everything.md",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1]["error"], "no such file: nothing.txt");
    assert_eq!(lines[1]["source"]["path"], "nothing.txt");
    assert_eq!(lines[2]["title"], "Everything at once");
    assert_eq!(lines[2]["byline"], "A. Tester");
    assert_eq!(lines[2]["published"], "2025-03-01");
    assert_eq!(lines[2]["links"][0]["url"], "https://example.org/a");
    let array = json(&sidenote(&["extract", "harbour.txt", "everything.md"]));
    assert_eq!(array.as_array().unwrap().len(), 2);
}

/// Articles of very different sizes, one of which is missing, in a folder of their own.
fn forty_articles() -> (std::path::PathBuf, Vec<String>) {
    let folder = std::env::temp_dir().join(format!("sidenote-forty-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let article = std::fs::read_to_string(fixture("everything.md")).unwrap();
    let path = |number: usize| {
        let path = folder.join(format!("{number}.md"));
        if number != 7 {
            let text = article.repeat([60, 0, 1, 15][number % 4]);
            std::fs::write(&path, format!("# Article {number}\n\n{text}")).unwrap();
        }
        path.to_str().unwrap().to_owned()
    };
    let paths = (0..40).map(path).collect();
    (folder, paths)
}

#[test]
fn extract_answers_in_the_order_of_the_articles() {
    let (folder, paths) = forty_articles();
    let extract = |format: &str, paths: &[String]| {
        let paths = paths.iter().map(String::as_str);
        let arguments: Vec<_> = ["extract", "--format", format]
            .into_iter()
            .chain(paths)
            .collect();
        sidenote(&arguments)
    };
    let lines = extract("jsonl", &paths);
    let array = extract("json", &paths);
    let alone: Vec<_> = paths
        .iter()
        .map(|path| extract("jsonl", std::slice::from_ref(path)))
        .collect();
    std::fs::remove_dir_all(&folder).unwrap();

    assert_eq!(lines.status.code(), Some(1));
    assert_eq!(
        text(&lines.stderr),
        format!("sidenote: no such file: {}\n", paths[7])
    );
    let one_by_one: String = alone.iter().map(|output| text(&output.stdout)).collect();
    assert_eq!(text(&lines.stdout), one_by_one);
    assert_eq!(json(&array), alone.iter().map(json).collect::<Value>());
    let array = text(&array.stdout);
    assert!(
        array.starts_with("[\n  {\n    \"schema\": 1,\n") && array.ends_with("\n  }\n]\n"),
        "{array}"
    );
}

#[test]
fn extract_answers_before_the_next_article_has_come() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sidenote"))
        .args(["extract", "--format", "jsonl", "harbour.txt", "-"])
        .current_dir(fixture("."))
        .env("XDG_CONFIG_HOME", fixture("nowhere"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().contains("harbour.txt"));
    child.stdin.take().unwrap().write_all(b"Words.").unwrap();
    assert!(lines.next().unwrap().unwrap().contains(r#""path":"-""#));
    assert!(child.wait().unwrap().success());
}

#[test]
fn extract_can_be_asked_for_less_and_for_the_text() {
    let article = json(&sidenote(&["extract", "--kind", "links", "everything.md"]));
    assert!(article.get("sections").is_none() && article.get("links").is_some());
    let output = sidenote_with(&["extract", "--reading-text", "-"], b"\xef\xbb\xbfA\r\nB");
    assert_eq!(output.stdout, b"A\r\nB");
    let output = sidenote_with(&["extract", "-"], b"caf\xe9");
    assert_eq!(
        json(&output)["warnings"][0]["message"],
        "not UTF-8: read as windows-1252, a guess; --encoding forces another"
    );
}

#[test]
fn an_encoding_can_be_forced() {
    let output = sidenote_with(&["--encoding", "ibm866", "-"], b"\x8f\xa0\xe0\xae\xac\n");
    assert_eq!(
        (text(&output.stdout), text(&output.stderr)),
        ("Паром\n", "")
    );
    let output = sidenote_with(&["extract", "--encoding", "latin1", "-"], "“é”".as_bytes());
    assert_eq!(json(&output)["source"]["encoding"], "windows-1252");
    let output = sidenote_with(&["--encoding", "utf9", "-"], b"");
    assert_eq!(output.status.code(), Some(2));
    let message = text(&output.stderr);
    assert!(
        message.contains("'utf9'") && message.contains("known are UTF-8, "),
        "{message}"
    );
}

#[test]
fn standard_input_in_other_charsets_is_read() {
    let (russian, name) = (
        "Паром ходит ночью. Это правда? Да, но только с мая.",
        "windows-1251",
    );
    let bytes: Vec<u8> = russian
        .chars()
        .map(|c| match c {
            'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xc0).unwrap(),
            c => u8::try_from(c).unwrap(),
        })
        .collect();
    let output = sidenote_with(&["-"], &bytes);
    assert_eq!(text(&output.stdout).trim_end(), russian);
    assert!(
        text(&output.stderr).contains(name),
        "{}",
        text(&output.stderr)
    );
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_opens() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = std::env::temp_dir().join(format!("sidenote-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(OsStr::from_bytes(b"\xff\x9b31m.txt"));
    std::fs::write(&path, "Words.").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_sidenote"))
        .arg(&path)
        .env("XDG_CONFIG_HOME", fixture("nowhere"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(text(&output.stdout), "Words.\n");
}

#[test]
fn quotes_are_listed_for_people() {
    let article = "Ann Lee, the mayor, called it “a costly mess.”\n\n\
        “It is a costly mess,” Lee said. “No,” said Bo Kim.\n\n\
        “It is a costly mess,” Lee said again. The film “Heat” was on.\n";
    let printed = |arguments: &[&str]| {
        let arguments = [&["quotes", "-"], arguments].concat();
        let output = sidenote_with(&arguments, article.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        text(&output.stdout).to_owned()
    };
    assert_eq!(
        printed(&[]),
        "¶1  “a costly mess.”  ↔ ¶2\n    Ann Lee, mayor · called\n\
         ¶2, ¶3  “It is a costly mess,”\n    Ann Lee, mayor · said\n\
         ¶2  “No,”\n    Bo Kim · said\n"
    );
    assert_eq!(
        printed(&["--by", "speaker"]),
        "Ann Lee, mayor · 3\n  ¶1  “a costly mess.”  ↔ ¶2\n  \
         ¶2, ¶3  “It is a costly mess,”\n\
         Bo Kim · 1\n  ¶2  “No,”\n"
    );
    assert_eq!(
        printed(&["--by", "section"]),
        "The text · 4\n  ¶1  “a costly mess.”  ↔ ¶2\n      Ann Lee, mayor · called\n  \
         ¶2, ¶3  “It is a costly mess,”\n      Ann Lee, mayor · said\n  \
         ¶2  “No,”\n      Bo Kim · said\n"
    );
    let explained = printed(&["--explain"]);
    assert!(explained.contains("\n    no quote: "), "{explained}");
    assert!(explained.contains("\n  > Lee = Ann Lee  +"), "{explained}");
    let none = sidenote_with(&["quotes", "-"], b"Nobody says anything.");
    assert_eq!(text(&none.stderr), "sidenote: found no quotes\n");
}

#[test]
fn guarantees_are_listed_for_people() {
    let article = "# Who pays?\n\nAnn Lee, the mayor, promised to pay for the bridge. Kent offered to help.\n\n\
        # And then?\n\nLee said it would rain money. She never promised to stay.\n\nShe said she would stay.\n";
    let printed = |arguments: &[&str]| {
        let arguments = [&["guarantees", "-"], arguments].concat();
        let output = sidenote_with(&arguments, article.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        text(&output.stdout).to_owned()
    };
    let (first, second) = (
        "§1 ¶1  Ann Lee, the mayor, promised to pay for the bridge",
        "§1 ¶1  Kent offered to help",
    );
    assert_eq!(
        printed(&[]),
        format!(
            "{first}\n    Ann Lee, mayor · firm · promised\n{second}\n    Kent · potential · offered\n"
        )
    );
    assert_eq!(
        printed(&["--by", "actor"]),
        format!("Ann Lee, mayor · 1\n  {first}\nKent · 1\n  {second}\n")
    );
    assert_eq!(
        printed(&["--by", "firmness"]),
        format!(
            "firm · 1\n  {first}\n      Ann Lee, mayor · promised\n\
             potential · 1\n  {second}\n      Kent · offered\n"
        )
    );
    let section = format!(
        "§1 Who pays? · 2\n  {first}\n      Ann Lee, mayor · firm · promised\n  \
         {second}\n      Kent · potential · offered\n"
    );
    assert_eq!(printed(&["--by", "section"]), section);
    let weak =
        "§2 And then? · 1\n  §2 ¶2  She said she would stay\n      Ann Lee, mayor · weak · would\n";
    assert_eq!(printed(&["--by", "section", "--weak"]), section + weak);
    let explained = printed(&["--explain"]);
    let refused = "none · promised: a verb, denied, asked for or a duty, an act follows\n";
    assert!(explained.contains(refused), "{explained}");
    let none = sidenote_with(&["guarantees", "-"], b"Nobody says anything.");
    assert_eq!(text(&none.stderr), "sidenote: found no guarantees\n");
}

#[test]
fn a_page_says_of_itself_what_it_is() {
    let article = json(&sidenote(&["extract", "page.html"]));
    assert_eq!(article["source"]["format"], "html");
    for (key, value) in [
        ("title", "What the ferry levy means for islanders"),
        ("byline", "Mira Tollund, Jonas Breck"),
        ("published", "2026-03-04T07:30:00+00:00"),
        ("publisher", "Strand Courier Media"),
        ("language", "en-GB"),
        ("url", "https://strand-courier.example/news/ferry-levy"),
    ] {
        assert_eq!(article[key], value, "{key}");
    }
    let sections = article["sections"].as_array().unwrap();
    let headings: Vec<_> = sections
        .iter()
        .filter_map(|section| section["heading"].as_str())
        .collect();
    let expected = [
        "What does it cost?",
        "What is exempt?",
        "Questions from readers",
        "Who has to pay the levy?",
        "Can I get my money back?",
    ];
    assert_eq!(headings, expected);
    assert!(sections.iter().all(|section| section["line"].is_null()));
}

#[test]
fn spans_of_a_page_count_in_its_reading_text() {
    let output = sidenote(&["extract", "--reading-text", "page.html"]);
    let reading = text(&output.stdout);
    for absent in [
        "Strand",
        "Related",
        "weekly letter",
        "herrings",
        "<p>",
        "Share",
    ] {
        assert!(!reading.contains(absent), "{absent}: {reading}");
    }
    assert!(reading.contains("\nAll other months\tfree\n"), "{reading}");
    let article = json(&sidenote(&["extract", "page.html"]));
    let quote = &article["quotes"][0];
    let at = |key: &str| usize::try_from(quote["span"][key].as_u64().unwrap()).unwrap();
    assert_eq!(reading.get(at("start")..at("end")), quote["text"].as_str());
    let piped = std::fs::read(fixture("page.html")).unwrap();
    let output = sidenote_with(&["extract", "--reading-text", "-"], &piped);
    assert_eq!(text(&output.stdout), reading);
}

#[test]
fn a_quote_over_paragraphs_has_its_passages() {
    let said = "Ines Calloway said: “We go.\n\n“It is late.” Then she said: “Now.”\n";
    let quotes = &json(&sidenote_with(&["extract", "-"], said.as_bytes()))["quotes"];
    assert_eq!(quotes[0]["text"], "We go.\n\n“It is late.");
    assert_eq!(quotes[0]["passages"], expected!(["We go.", "It is late."]));
    assert_eq!(quotes[1]["passages"], Value::Null);
}

#[test]
fn an_article_without_text_is_told_of_and_no_failure() {
    let csv: &[&str] = &["extract", "--format", "csv", "-"];
    for arguments in [&["quotes", "-"], &["guarantees", "-"], &["-"][..], csv] {
        let output = sidenote_with(arguments, b"\n \n");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let told = text(&output.stderr);
        assert_eq!(told, "sidenote: standard input is empty\n", "{arguments:?}");
    }
    let page = b"<!doctype html><title>Pier</title><body><script>read()</script></body>";
    let output = sidenote_with(&["quotes", "-"], page);
    let told = "sidenote: a page that holds no text without its scripts\n";
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("", told));
    let output = sidenote_with(&["extract", "-"], b"");
    let warning = &json(&output)["warnings"][0]["message"];
    assert_eq!(
        (warning, text(&output.stderr)),
        (&expected!("the article is empty"), "")
    );
}
