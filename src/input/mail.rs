//! Mail: a message as it was sent, decoded into the text that a reader of mail shows.
//!
//! What is sent is ASCII: names and subjects may be encoded words (RFC 2047), the body quoted-printable or base64, in a charset of its own
//! and in several parts (RFC 2045). The text has the fields that are to be read and the body, which is the plain one where there are several,
//! or else a page. What is attached is left out. A message that would cost more than mail does stays as it came.

use std::borrow::Cow;
use std::ops::Range;

use mail_parser::decoders::html::html_to_text;
use mail_parser::{HeaderName, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::decode::charset::Charset;
use crate::text::date;

/// The longest header, in bytes.
const MOST_HEADER: usize = 64 * 1024;

/// Parts that hold others, and messages in messages.
const MOST_NESTED: usize = 100;

/// Bytes that may be looked at again and again: for borders of parts that never come, and for ends of encoded words.
const MOST_AGAIN: usize = 512 * 1024 * 1024;

/// What the first field of a message may be called, or begin with.
const FIRST: &[&str] = &[
    "arc-",
    "authentication-",
    "bcc",
    "cc",
    "content-",
    "date",
    "delivered-",
    "dkim-",
    "envelope-",
    "from",
    "in-reply-",
    "list-",
    "message-",
    "mime-",
    "received",
    "references",
    "reply-",
    "return-",
    "sender",
    "subject",
    "to",
    "user-",
    "x-",
];

/// Fields that say of a body how it is encoded.
const ENCODING: &[&str] = &["content-transfer-encoding", "content-type", "mime-version"];

/// The fields that are to be read.
const SHOWN: [HeaderName<'static>; 8] = [
    HeaderName::From,
    HeaderName::Sender,
    HeaderName::ReplyTo,
    HeaderName::To,
    HeaderName::Cc,
    HeaderName::Bcc,
    HeaderName::Subject,
    HeaderName::Date,
];

/// Whether bytes begin with the header of a message that is encoded, or with that of a mailbox, which may have such a message; `None` where the end of the header has not come.
pub(super) fn begins(bytes: &[u8]) -> Option<bool> {
    let head = bytes.get(..MOST_HEADER).unwrap_or(bytes);
    let (mut is_first, mut is_encoded) = (true, bytes.starts_with(POSTMARK));
    for line in behind_postmark(head).split_inclusive(|&byte| byte == b'\n') {
        let is_whole = line.ends_with(b"\n");
        let name = match line {
            b"\n" | b"\r\n" => return Some(is_encoded && !is_first),
            [b' ' | b'\t', ..] if !is_first => &[][..],
            _ => match field_name(line) {
                Some(name) => name,
                None if is_whole || line.len() > LONGEST_NAME => return Some(false),
                None => break,
            },
        };
        if is_first && !FIRST.iter().any(|first| begins_as(name, first)) {
            return Some(false);
        }
        let tells = |field: &&str| name.eq_ignore_ascii_case(field.as_bytes());
        is_encoded |= ENCODING.iter().any(tells) || memchr::memmem::find(line, b"=?").is_some();
        is_first = false;
    }
    (bytes.len() >= MOST_HEADER).then_some(false)
}

/// Longest name of a field, in bytes.
const LONGEST_NAME: usize = 80;

/// The text of a message, or of the messages of a mailbox, and the charset that the first is in; `None` where it would cost too much, or
/// where none is encoded.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Charset)> {
    let messages = messages(bytes);
    let messages = messages.into_iter().filter_map(|it| bytes.get(it));
    let is_encoded = |message: &[u8]| begins(message) == Some(true);
    if !messages.clone().any(is_encoded) || !messages.clone().all(is_bearable) {
        return None;
    }
    let parser = parser();
    let mut messages = messages.filter_map(|message| parser.parse(message));
    let first = messages.next()?;
    let charset = charset(&first);
    let rest: Vec<_> = messages.map(|it| letter(&it)).collect();
    let text = match page(&first) {
        Some(page) if rest.is_empty() => page,
        _ => letter(&first),
    };
    Some((text + &rest.concat(), charset))
}

/// Whether decoding a message costs little more than looking at every byte of it.
fn is_bearable(bytes: &[u8]) -> bool {
    let count = |line: &[u8], word: &[u8]| memchr::memmem::find_iter(line, word).count();
    let (mut nested, mut again) = (0, 0);
    for line in bytes.split(|&byte| byte == b'\n') {
        again += count(line, b"=?") * line.len();
        let line = line.to_ascii_lowercase();
        nested += count(&line, b"multipart") + count(&line, b"message/");
    }
    nested <= MOST_NESTED && again + nested * bytes.len() <= MOST_AGAIN
}

fn parser() -> MessageParser {
    let parser = MessageParser::new()
        .default_header_ignore()
        .header_content_type(HeaderName::ContentType)
        .header_content_type(HeaderName::ContentDisposition)
        .header_text(HeaderName::ContentTransferEncoding);
    SHOWN.into_iter().fold(parser, MessageParser::header_text)
}

/// Where the messages of a mailbox stand, without the lines that part them.
fn messages(bytes: &[u8]) -> Vec<Range<usize>> {
    let is_mailbox = bytes.starts_with(POSTMARK);
    let mut starts: Vec<_> = [0].into();
    if is_mailbox {
        let borders = memchr::memmem::find_iter(bytes, b"\nFrom ").map(|at| at + 1);
        let is_border = |at: &usize| {
            let above = bytes.get(..at - 1).unwrap_or_default();
            let below = behind_postmark(bytes.get(*at..).unwrap_or_default());
            let is_blank = above.ends_with(b"\n") || above.ends_with(b"\n\r");
            is_blank
                && below
                    .split(|&it| it == b'\n')
                    .next()
                    .and_then(field_name)
                    .is_some()
        };
        starts.extend(borders.filter(is_border));
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let ranges = starts.iter().zip(ends).map(|(&start, end)| {
        let message = bytes.get(start..end).unwrap_or_default();
        end - behind_postmark(message).len()..end
    });
    ranges.collect()
}

/// What the line begins with that parts the messages of a mailbox.
const POSTMARK: &[u8] = b"From ";

/// A message without the line that parts it from the one above.
fn behind_postmark(message: &[u8]) -> &[u8] {
    if !message.starts_with(POSTMARK) {
        return message;
    }
    let end = memchr::memchr(b'\n', message).map_or(message.len(), |end| end + 1);
    message.get(end..).unwrap_or_default()
}

/// The name of the field that a line begins with.
fn field_name(line: &[u8]) -> Option<&[u8]> {
    let name = line.get(..memchr::memchr(b':', line)?)?;
    let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    is_name.then_some(name)
}

fn begins_as(name: &[u8], first: &str) -> bool {
    let head = name.get(..first.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(first.as_bytes()))
        && (first.ends_with('-') || name.len() == first.len())
}

/// The charset of the body.
fn charset(message: &Message<'_>) -> Charset {
    let label = message
        .text_bodies()
        .find_map(|part| part.content_type()?.attribute("charset"));
    label
        .and_then(|label| Charset::labelled(label.as_bytes()))
        .unwrap_or(Charset::UTF_8)
}

/// A message as plain text: its subject, the other fields, and its body below them.
fn letter(message: &Message<'_>) -> String {
    let mut text = String::new();
    let mut fields: Vec<_> = fields(message).collect();
    fields.sort_by_key(|&(name, _)| name != HeaderName::Subject.as_str());
    for (name, value) in fields {
        text.extend([name, ": ", &value, "\n"]);
    }
    let plain: Vec<_> = message.text_bodies().map(words).collect();
    let is_plain = plain.iter().any(|it| !it.trim().is_empty());
    let pages = message.html_bodies().map(words);
    let parts = if is_plain { plain } else { pages.collect() };
    for words in parts {
        text.push('\n');
        text.push_str(words.trim_end());
        text.push('\n');
    }
    text.push('\n');
    text
}

/// The words of a part.
fn words<'m>(part: &'m MessagePart<'_>) -> Cow<'m, str> {
    match &part.body {
        PartType::Text(text) => Cow::Borrowed(text),
        PartType::Html(page) => html_to_text(page).into(),
        _ => "".into(),
    }
}

/// A message as a page, where its body is one, at least in part.
fn page(message: &Message<'_>) -> Option<String> {
    let is_page = |part: &MessagePart<'_>| matches!(part.body, PartType::Html(_));
    let is_said = |part: &MessagePart<'_>| !words(part).trim().is_empty();
    let is_plain = message.text_bodies().any(is_said) && !message.text_bodies().any(is_page);
    if is_plain || !message.html_bodies().any(is_page) {
        return None;
    }
    let value = |name| fields(message).find(|field| field.0 == name).map(|it| it.1);
    let title = value("Subject").unwrap_or_default();
    let author = value("From").unwrap_or_default();
    let author = author.split('<').next().unwrap_or_default();
    let author = author.trim_matches([' ', '"']);
    let day = value("Date")
        .and_then(|date| date::day_in(&date))
        .unwrap_or_default();
    let mut page = format!(
        "<!doctype html><html><head><title>{}</title><meta name=\"author\" content=\"{}\"><meta name=\"date\" content=\"{day}\"></head><body>\n",
        escaped(&title),
        escaped(author),
    );
    for part in message.html_bodies() {
        match &part.body {
            PartType::Html(html) => page.push_str(html),
            PartType::Text(text) => {
                let paragraphs = text
                    .split("\n\n")
                    .map(|it| format!("<p>{}</p>\n", escaped(it)));
                page.extend(paragraphs);
            }
            _ => {}
        }
    }
    Some(page + "\n</body></html>\n")
}

/// The fields that are to be read, each in one line.
fn fields<'m>(message: &'m Message<'_>) -> impl Iterator<Item = (&'m str, String)> {
    message.headers().iter().filter_map(|header| {
        let words = header
            .value()
            .as_text()
            .filter(|_| SHOWN.contains(&header.name))?;
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then(|| (header.name(), line))
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
