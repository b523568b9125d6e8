//! What is read of mail.

use super::*;

/// What is decoded of a message whose line ends are as in the mail of the net.
fn read(mail: &str) -> Option<(String, &'static str)> {
    let bytes = mail.replace('\n', "\r\n");
    assert_eq!(begins(bytes.as_bytes()), Some(true), "{mail}");
    let (text, charset) = decode(bytes.as_bytes())?;
    Some((text, charset.name()))
}

#[track_caller]
fn check(mail: &str, expected: &str, charset: &str) {
    let (text, name) = read(mail).unwrap();
    let words: Vec<_> = text.lines().map(str::trim_end).collect();
    assert_eq!(words.join("\n").trim(), expected, "{mail}");
    assert_eq!(name, charset, "{mail}");
}

const HEAD: &str = "Received: by pier.example\nFrom: =?UTF-8?Q?J=C3=BCrgen_Ek?= <ek@pier.example>\nDate: Tue, 3 Mar 2026 09:00:00 +0100\nSubject: =?utf-8?B?RMO8bmVu?=\n =?utf-8?Q?_am_Meer?=\nMIME-Version: 1.0\n";

const SHOWN: &str = "Subject: Dünen am Meer\nFrom: Jürgen Ek <ek@pier.example>\nDate: Tue, 3 Mar 2026 09:00:00 +0100\n\n";

#[test]
fn a_body_is_decoded() {
    for (body, words, charset) in [
        (
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nShe says =E2=80=9Cno one will=\n wait=E2=80=9D.\n",
            "She says “no one will wait”.",
            "UTF-8",
        ),
        (
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nD=FCnen.\n",
            "Dünen.",
            "windows-1252",
        ),
        (
            "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\nRMO8bmVuLg==\n",
            "Dünen.",
            "UTF-8",
        ),
        (
            "Content-Type: text/plain; charset=\"shift_jis\"\nContent-Transfer-Encoding: base64\n\njWCCxYK3gUI=\n",
            "港です。",
            "Shift_JIS",
        ),
    ] {
        check(
            &format!("{HEAD}{body}"),
            &format!("{SHOWN}{words}"),
            charset,
        );
    }
}

#[test]
fn of_several_parts_the_plain_one_is_read() {
    let mail = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=out\n\nFor old readers.\n--out\nContent-Type: multipart/alternative; boundary=\"in\"\n\n--in\nContent-Type: text/plain; charset=utf-8\n\nPlain words.\n--in\nContent-Type: text/html\n\n<p>Words of a page.</p>\n--in--\n--out\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\nWhat is attached.\n--out--\n"
    );
    check(&mail, &format!("{SHOWN}Plain words."), "UTF-8");
}

#[test]
fn a_page_stays_one() {
    let mail = format!("{HEAD}Content-Type: text/html; charset=utf-8\n\n<p>Who <b>pays</b>?</p>\n");
    let (text, _) = read(&mail).unwrap();
    for words in [
        "<!doctype html>",
        "<title>Dünen am Meer</title>",
        "content=\"Jürgen Ek\"",
        "content=\"2026-03-03\"",
        "<p>Who <b>pays</b>?</p>",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn a_mailbox_has_several() {
    let one = "Subject: =?utf-8?Q?Eb=62?=\n\nLow water.\n";
    let two =
        "Subject: Flood\nContent-Type: text/html\n\n<p>High <i>water</i>.</p>\nFrom here on.\n";
    let mail = format!(
        "From ek@pier.example Tue Mar  3 09:00:00 2026\n{one}\nFrom ek@pier.example Tue Mar  3 10:00:00 2026\n{two}"
    );
    check(
        &mail,
        "Subject: Ebb\n\nLow water.\n\nSubject: Flood\n\nHigh water.\nFrom here on.",
        "UTF-8",
    );
}

#[test]
fn a_mailbox_is_decoded_for_any_of_its_messages() {
    let mark = "From ek@pier.example Tue Mar  3 09:00:00 2026\n";
    let one = "Subject: Ebb\n\nLow water.\n";
    let two = "Subject: =?utf-8?Q?Fl=6Fod?=\n\nHigh water.\n";
    check(
        &format!("{mark}{one}\n{mark}{two}"),
        "Subject: Ebb\n\nLow water.\n\nSubject: Flood\n\nHigh water.",
        "UTF-8",
    );
    let plain = format!("{mark}{one}\n{mark}{one}");
    assert_eq!(decode(plain.as_bytes()), None);
}

#[test]
fn what_needs_no_decoding_is_none() {
    for text in [
        "From: Ann\nSubject: Plain\n\nWords.",
        "Subject: Words =?utf-8?Q?x?= go on\nand on.\n",
        "HOLT: Content-Type: text/plain\n\nYes.",
        "To be, =?utf-8?Q?x?= or not.\n\n",
        "\n\n",
        "x\n",
    ] {
        assert_eq!(begins(text.as_bytes()), Some(false), "{text}");
    }
    for text in ["", "Subj", "Subject: x\n", "From ek@pier.example"] {
        assert_eq!(begins(text.as_bytes()), None, "{text}");
    }
    let long = "Subject: x\n".repeat(10_000);
    assert_eq!(begins(long.as_bytes()), Some(false));
}

#[test]
fn hostile_mail_costs_little() {
    let nest = |head: &str| format!("{HEAD}{}", head.repeat(50_000));
    for mail in [
        nest("Content-Type: message/rfc822\n\n"),
        nest("Content-Type: multipart/mixed; boundary=a\n\n--a\n"),
        nest("Content-Type: multipart/mixed; boundary=\"a\"\n--a\n\n"),
        format!("{HEAD}X-A: {}\n\nWords.", "=?utf-8?Q?a ".repeat(100_000)),
    ] {
        assert_eq!(decode(mail.as_bytes()), None);
    }
    let few = "Content-Type: message/rfc822\n\n".repeat(MOST_NESTED / 2);
    let mixed = "Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(MOST_NESTED / 2);
    for mail in [
        format!("{HEAD}{few}"),
        format!("{HEAD}{mixed}"),
        format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=a\n\n{}",
            "--a\n\nx\n".repeat(50_000)
        ),
        format!(
            "{HEAD}Content-Transfer-Encoding: base64\n\n{}",
            "=".repeat(1_000_000)
        ),
    ] {
        decode(mail.as_bytes());
        for end in (0..mail.len().min(2_000)).step_by(7) {
            decode(&mail.as_bytes()[..end]);
        }
    }
}
