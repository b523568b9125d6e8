//! What the beginning of a page says of its charset, after the prescan of the HTML standard.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

use super::charset::Charset;

/// How many bytes of a page are looked at.
pub(super) const LENGTH: usize = 1024;

/// Whether bytes begin as a page does.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let mut bytes = bytes.trim_ascii_start().iter();
    bytes.next() == Some(&b'<')
        && bytes
            .next()
            .is_some_and(|&next| next.is_ascii_alphabetic() || matches!(next, b'!' | b'?'))
}

/// The charset that a page declares in its first bytes.
pub(super) fn charset(bytes: &[u8]) -> Option<Charset> {
    if !is_page(bytes) {
        return None;
    }
    let bytes = bytes.get(..LENGTH).unwrap_or(bytes);
    xml(bytes).or_else(|| Scan { rest: bytes }.meta())
}

/// What `<?xml encoding="…"?>` declares.
fn xml(bytes: &[u8]) -> Option<Charset> {
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let end = memchr::memchr(b'>', declaration)?;
    let declaration = declaration.get(..end)?;
    let at = memchr::memmem::find(declaration, b"encoding")?;
    let value = declaration.get(at + b"encoding".len()..)?;
    let value = value.trim_ascii_start().strip_prefix(b"=")?;
    let (&quote, value) = value.trim_ascii_start().split_first()?;
    declared(value.get(..memchr::memchr(quote, value)?)?)
}

/// The charset that a label in a page means: what could be read as ASCII to find it is no UTF-16.
fn declared(label: &[u8]) -> Option<Charset> {
    let Charset(rules) = Charset::labelled(label)?;
    Some(Charset(match rules {
        rules if rules == UTF_16LE || rules == UTF_16BE => UTF_8,
        rules if rules == X_USER_DEFINED => WINDOWS_1252,
        rules => rules,
    }))
}

/// The part of a page that has not been looked at.
struct Scan<'a> {
    rest: &'a [u8],
}

impl<'a> Scan<'a> {
    /// What the first `<meta>` that speaks of it declares.
    fn meta(&mut self) -> Option<Charset> {
        while self.skip_to(b"<") {
            if self.rest.starts_with(b"!--") {
                self.rest = self.rest.get(1..)?; // `<!-->` is a comment too
                self.skip_to(b"-->");
            } else if self.starts_meta() {
                self.rest = self.rest.get(4..)?;
                if let Some(charset) = self.declaration() {
                    return Some(charset);
                }
            } else if self.is_tag() {
                self.skip_while(|byte| !is_blank(byte) && byte != b'>');
                while self.attribute().is_some() {}
            } else {
                let is_markup = self.rest.first().is_some_and(|it| b"!/?".contains(it));
                if is_markup {
                    self.skip_to(b">");
                }
            }
        }
        None
    }

    fn starts_meta(&self) -> bool {
        let name = self.rest.get(..4).unwrap_or_default();
        name.eq_ignore_ascii_case(b"meta")
            && self
                .rest
                .get(4)
                .is_some_and(|&next| is_blank(next) || next == b'/')
    }

    fn is_tag(&self) -> bool {
        let name = self.rest.strip_prefix(b"/").unwrap_or(self.rest);
        name.first().is_some_and(u8::is_ascii_alphabetic)
    }

    /// What the attributes of a `<meta>` declare: `charset`, or `content` where `http-equiv` says that it is about the type.
    fn declaration(&mut self) -> Option<Charset> {
        let (mut is_type, mut by_content, mut by_charset) = (false, None, None);
        while let Some((name, value)) = self.attribute() {
            match name.as_slice() {
                b"http-equiv" => is_type |= value == b"content-type",
                b"content" if by_content.is_none() => by_content = content(&value),
                b"charset" if by_charset.is_none() => by_charset = Some(declared(&value)),
                _ => {}
            }
        }
        by_charset.unwrap_or_else(|| by_content.filter(|_| is_type))
    }

    /// The next attribute of a tag, in lower case.
    fn attribute(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        self.skip_while(|byte| is_blank(byte) || byte == b'/');
        if self.rest.first().is_none_or(|&byte| byte == b'>') {
            return None;
        }
        let (first, rest) = self.rest.split_at(1);
        self.rest = rest; // a name may begin with `=`
        let mut name = first.to_ascii_lowercase();
        let more = self.skip_while(|byte| !is_blank(byte) && !b"/>=".contains(&byte));
        name.extend(more.to_ascii_lowercase());
        self.skip_while(is_blank);
        let Some(rest) = self.rest.strip_prefix(b"=") else {
            return Some((name, Vec::new()));
        };
        self.rest = rest;
        self.skip_while(is_blank);
        Some((name, self.value().to_ascii_lowercase()))
    }

    fn value(&mut self) -> &'a [u8] {
        match self.rest.split_first() {
            Some((&quote @ (b'"' | b'\''), rest)) => {
                self.rest = rest;
                let value = self.skip_while(|byte| byte != quote);
                self.rest = self.rest.get(1..).unwrap_or_default();
                value
            }
            _ => self.skip_while(|byte| !is_blank(byte) && byte != b'>'),
        }
    }

    /// Goes on behind the next `end`; whether there is one.
    fn skip_to(&mut self, end: &[u8]) -> bool {
        let at = memchr::memmem::find(self.rest, end);
        self.rest = at
            .and_then(|at| self.rest.get(at + end.len()..))
            .unwrap_or_default();
        at.is_some()
    }

    /// Goes on behind the bytes for which something holds; returns them.
    fn skip_while(&mut self, holds: impl Fn(u8) -> bool) -> &'a [u8] {
        let count = self.rest.iter().take_while(|&&byte| holds(byte)).count();
        let (skipped, rest) = self.rest.split_at(count);
        self.rest = rest;
        skipped
    }
}

fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

/// The charset in `text/html; charset=…`.
fn content(value: &[u8]) -> Option<Charset> {
    let mut rest = value;
    loop {
        let at = memchr::memmem::find(rest, b"charset")?;
        rest = rest.get(at + b"charset".len()..)?.trim_ascii_start();
        if let Some(label) = rest.strip_prefix(b"=") {
            return declared(unquoted(label.trim_ascii_start())?);
        }
    }
}

/// A value that may stand between quotation marks, up to its end.
fn unquoted(value: &[u8]) -> Option<&[u8]> {
    match value.split_first()? {
        (&quote @ (b'"' | b'\''), value) => value.get(..memchr::memchr(quote, value)?),
        _ => value.split(|&byte| is_blank(byte) || byte == b';').next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        let name = charset(page.as_bytes()).map(Charset::name);
        assert_eq!(name, expected, "{page}");
    }

    #[test]
    fn a_page_declares_its_charset() {
        check("<meta charset=koi8-r>", Some("KOI8-R"));
        check(
            "\n<!doctype html><META Charset='Latin1'/>",
            Some("windows-1252"),
        );
        check(
            "<html><meta content=\"text/html; charset=sjis\" http-equiv=Content-Type>",
            Some("Shift_JIS"),
        );
        check(
            "<meta http-equiv=content-type content='charset; charset = \"big5\"'>",
            Some("Big5"),
        );
        check(
            "<?xml version='1.0' encoding='euc-kr'?><html>",
            Some("EUC-KR"),
        );
        check("<p title='>'><meta/charset=gbk>", Some("GBK"));
    }

    #[test]
    fn what_only_looks_like_it_declares_nothing() {
        check("Words and <meta charset=koi8-r>", None);
        check("<!-- <meta charset=koi8-r> --><p>", None);
        check("<meta content='text/html; charset=sjis'>", None);
        check("<meta charset=no-such-thing><meta name=x>", None);
        check("<metal charset=koi8-r>", None);
        check("<p title='<meta charset=koi8-r>'>", None);
        check("<meta charset='koi8-r", Some("KOI8-R"));
        check(
            &format!("<p>{}<meta charset=koi8-r>", "x".repeat(LENGTH)),
            None,
        );
        for end in 0..40 {
            charset(&b"<meta http-equiv=content-type content='charset=gbk'>"[..end]);
        }
    }

    #[test]
    fn what_was_read_as_ascii_is_no_utf16() {
        check("<meta charset=utf-16>", Some("UTF-8"));
        check("<meta charset=x-user-defined>", Some("windows-1252"));
    }
}
