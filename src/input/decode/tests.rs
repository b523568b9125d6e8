//! What bytes are read as.

use super::*;

fn read(bytes: &[u8], claims: Claims) -> (String, String) {
    let (text, encoding) = decode(bytes.to_owned(), claims).unwrap();
    (text, encoding.to_string())
}

#[track_caller]
fn check(bytes: &[u8], text: &str, encoding: &str) {
    let expected = (text.to_owned(), encoding.to_owned());
    assert_eq!(read(bytes, Claims::default()), expected);
}

fn charset(label: &str) -> Option<Charset> {
    Charset::labelled(label.as_bytes())
}

/// A text in a charset.
fn written(text: &str, label: &str) -> Vec<u8> {
    match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        label => charset(label).unwrap().0.encode(text).0.into_owned(),
    }
}

#[test]
fn a_mark_tells_the_charset() {
    check(
        b"\xef\xbb\xbf# A",
        "# A",
        "UTF-8, told by its byte order mark",
    );
    check(
        b"\xff\xfeA\0\x19\x20",
        "A’",
        "UTF-16LE, told by its byte order mark",
    );
    check(
        b"\xfe\xff\0A\0B",
        "AB",
        "UTF-16BE, told by its byte order mark",
    );
    check(
        b"\xff\xfeA\0B",
        "A\u{FFFD}",
        "UTF-16LE, told by its byte order mark; 1 place shows as �",
    );
}

#[test]
fn utf16_without_a_mark_is_guessed() {
    check(b"A\0B\0C\0D\0", "ABCD", "UTF-16LE, told by a guess");
    for text in [
        "Паром ходит ночью.\nЭто правда? Да, с мая.\n",
        "夜のフェリーは本当か。\n一日に一度だけ出る。\n",
        "きょうはとてもよいてんきですね。\nさんぽにいきましょう。\n",
        "渡轮晚上开吗？\n是的，但只在五月到九月之间。\n",
        "هل تبحر العبارة ليلا؟\nنعم، ولكن من مايو فقط.\n",
    ] {
        for label in ["utf-16le", "utf-16be"] {
            let name = charset(label).unwrap().name();
            check(
                &written(text, label),
                text,
                &format!("{name}, told by a guess"),
            );
        }
    }
}

#[test]
fn what_is_told_decides_in_its_order() {
    let page = written("<meta charset=koi8-r><p>Паром", "koi8-r");
    let told = |forced, header| Claims {
        forced: charset(forced),
        header: charset(header),
    };
    for (told, expected) in [
        (told("", ""), "KOI8-R, told by the page"),
        (told("", "windows-1251"), "windows-1251, told by the server"),
        (told("ibm866", "windows-1251"), "IBM866, told by you"),
    ] {
        assert_eq!(read(&page, told).1, expected);
    }
    let marked = [b"\xef\xbb\xbf", page.as_slice()].concat();
    let (text, encoding) = read(&marked, told("ibm866", ""));
    assert!(
        text.starts_with("<meta") && text.ends_with("\u{FFFD}"),
        "{text}"
    );
    assert!(
        encoding.starts_with("UTF-8, told by its byte order mark; "),
        "{encoding}"
    );
}

#[test]
fn other_bytes_are_guessed() {
    check(
        b"caf\xe9 \x93hi\x94",
        "café “hi”",
        "windows-1252, told by a guess",
    );
    let russian = "Паром ходит ночью. Это правда? Да, но только с мая по сентябрь.";
    let japanese = "夜のフェリーは本当に運航されるのか。港の二つの町が合意した。";
    for (text, label) in [
        (russian, "windows-1251"),
        (russian, "koi8-u"),
        (japanese, "shift_jis"),
        (japanese, "euc-jp"),
    ] {
        let name = charset(label).unwrap().name();
        check(
            &written(text, label),
            text,
            &format!("{name}, told by a guess"),
        );
    }
}

#[test]
fn utf8_with_faults_stays_utf8() {
    check(b"\xc3\xa9", "é", "UTF-8, told by its bytes");
    check(
        b"\xc3\xa9 \xc3\xa9 \xff.",
        "é é \u{FFFD}.",
        "UTF-8, told by its bytes; 1 place shows as �",
    );
    let told = Claims {
        header: charset("utf-8"),
        ..Claims::default()
    };
    assert_eq!(
        read(b"caf\xe9", told),
        (
            "caf\u{FFFD}".to_owned(),
            "UTF-8, told by the server; 1 place shows as �".to_owned()
        )
    );
}

#[test]
fn what_is_no_text_is_named() {
    let fails = |bytes: &[u8]| decode(bytes.to_owned(), Claims::default()).unwrap_err().0;
    assert_eq!(fails(b"\x1f\x8b\x08"), "a gzip archive");
    let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
    assert_eq!(fails(&noise), "binary data");
    let mut decoder = Decoder::default();
    decoder.bytes_mut().extend(b"9\x0c");
    decoder.bytes_mut().extend(noise);
    assert_eq!(decoder.text(), Ok(String::new()));
}

#[test]
fn control_characters_in_good_text_are_text() {
    check(b"a\0b\x1b[31m", "a\0b\x1b[31m", "UTF-8, told by its bytes");
    let zeros = "Words before.\na\0b\0\0c\n\0\nAnd words behind.\n";
    check(zeros.as_bytes(), zeros, "UTF-8, told by its bytes");
    check(b"", "", "UTF-8, told by its bytes");
}

#[test]
fn what_comes_in_pieces_is_decoded_alike() {
    let japanese = written("<meta charset=sjis>夜のフェリーは本当か。", "shift_jis");
    let guessed = written("夜のフェリーは本当に運航されるのか。", "euc-jp");
    let texts: [&[u8]; 11] = [
        b"\xef\xbb\xbfabc \xc3\xa9",
        b"plain, then \xc3\xa9 and \xe2\x80\x9c",
        b"plain, then caf\xe9",
        b"\xc3\xa9\xc3\xa9 then \xff.",
        b"\xc3\xa9 cut in the middle \xe2\x80",
        b"\xff\xfeA\0\x19\x20B\0",
        b"A\0 \0l\0i\0n\0e\0 \0o\0f\0 \0t\0e\0x\0t\0.\0",
        &japanese,
        &guessed,
        b"",
        b"a",
    ];
    for bytes in texts {
        let whole = decode(bytes.to_owned(), Claims::default()).unwrap();
        for size in 1..bytes.len().max(2) {
            let mut decoder = Decoder::default();
            let mut text = String::new();
            for piece in bytes.chunks(size) {
                decoder.bytes_mut().extend_from_slice(piece);
                text += &decoder.text().unwrap();
            }
            let (rest, encoding) = decoder.finish().unwrap();
            assert_eq!((text + &rest, encoding), whole, "{bytes:?} by {size}");
        }
    }
}

#[test]
fn a_long_text_is_handed_out_before_its_end() {
    let bytes = written(&"Паром ходит ночью. ".repeat(10_000), "windows-1251");
    let mut decoder = Decoder::default();
    decoder.bytes_mut().extend_from_slice(&bytes[..=SAMPLE]);
    assert!(decoder.text().unwrap().starts_with("Паром ходит"));
}
