//! Media types: what a server says that it sends.

use std::path::{Path, PathBuf};

use url::Url;

use crate::input::Envelope;
use crate::input::decode::charset::Charset;

/// What is known of a page by its address and by what the server declares; `None` when it is nothing that can be read.
pub(super) fn envelope(url: &Url, declared: &str) -> Option<Envelope> {
    let path = match essence(declared).as_str() {
        "text/html" | "application/xhtml+xml" => Some("page.html".into()),
        "text/markdown" | "text/x-markdown" => Some("page.md".into()),
        // Where no type of its own is known to a server, the name and the content have to tell.
        "text/plain" => name(url).filter(|path| !is_page(path)),
        "application/epub+zip" => None, // its bytes tell that it is a book
        "" | "application/octet-stream" => name(url),
        _ => return None,
    };
    Some(Envelope {
        path,
        address: Some(address(url)),
        charset: charset(declared),
    })
}

/// The type without its parameters.
pub(super) fn essence(declared: &str) -> String {
    let essence = declared.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// The last part of the path.
fn name(url: &Url) -> Option<PathBuf> {
    let name = url.path_segments()?.next_back()?;
    Some(name.into())
}

fn is_page(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    ["htm", "html", "xhtml"]
        .iter()
        .any(|it| extension.eq_ignore_ascii_case(it))
}

/// The address without what belongs to the reader: a name, a password, a place in the page.
fn address(url: &Url) -> String {
    let mut url = url.clone();
    url.set_fragment(None);
    // Addresses of the web can do without.
    _ = url.set_username("");
    _ = url.set_password(None);
    url.into()
}

/// The charset among the parameters.
fn charset(declared: &str) -> Option<Charset> {
    let mut parameters = declared.split(';').skip(1);
    let label = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    Charset::labelled(label.trim().trim_matches(['"', '\'']).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, declared: &str, expected: Option<(Option<&str>, Option<&str>)>) {
        let envelope = envelope(&address.parse().unwrap(), declared);
        let seen = envelope.map(|it| (it.path, it.charset.map(Charset::name)));
        let expected = expected.map(|(path, charset)| (path.map(PathBuf::from), charset));
        assert_eq!(seen, expected, "{address} {declared}");
    }

    #[test]
    fn a_type_tells_the_format_and_the_charset() {
        let address = "https://a.example/x/notes.md";
        check(
            address,
            "Text/HTML; Charset=\"koi8-r\"",
            Some((Some("page.html"), Some("KOI8-R"))),
        );
        check(address, "text/markdown", Some((Some("page.md"), None)));
        check(address, "text/plain;x", Some((Some("notes.md"), None)));
        check(address, "", Some((Some("notes.md"), None)));
        check(address, "application/epub+zip", Some((None, None)));
        check(address, "application/pdf", None);
        check(
            "https://a.example/x.html",
            "text/plain; charset=none",
            Some((None, None)),
        );
    }

    #[test]
    fn an_address_keeps_no_secrets() {
        let url = "https://ann:secret@a.example/x?y#z".parse().unwrap();
        assert_eq!(address(&url), "https://a.example/x?y");
    }
}
