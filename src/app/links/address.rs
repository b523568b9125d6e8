//! Addresses that may be opened, with what should make a reader look twice.
//!
//! Three kinds are opened: web pages, with encryption or without, and mail. A host is shown as it is asked for, so letters beyond ASCII
//! show as `xn--…`: names that merely look alike differ there.

use std::collections::BTreeSet;

use url::{Url, quirks};

/// The kinds that are opened.
const SCHEMES: &[&str] = &["https", "http", "mailto"];

/// An address that may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// All of it, as browsers write it.
    pub whole: String,
    /// The host that is asked, or the mailbox that is written to.
    pub host: String,
    /// What should make a reader look twice.
    pub doubts: Vec<String>,
}

impl Address {
    /// The address that is written in a link with this text, seen from where the article is; or why it is not opened.
    pub fn of(written: &str, base: Option<&str>, text: &str) -> Result<Self, String> {
        let base = base.and_then(|it| Url::parse(it).ok());
        let parsed = Url::options().base_url(base.as_ref()).parse(written.trim());
        let Ok(url) = parsed else {
            return Err(
                "it is no address, and the article has none that it could begin at".to_owned(),
            );
        };
        if !SCHEMES.contains(&url.scheme()) {
            return Err(format!(
                "{}: is not opened; https, http and mailto are",
                url.scheme()
            ));
        }
        if url.scheme() == "mailto" {
            return Ok(Self {
                host: url.path().to_owned(),
                whole: url.into(),
                doubts: Vec::new(),
            });
        }
        let host = url.host_str().filter(|it| !it.is_empty());
        let Some(host) = host else {
            return Err("it names no host".to_owned());
        };
        let port = url
            .port()
            .map_or_else(String::new, |port| format!(":{port}"));
        Ok(Self {
            host: format!("{host}{port}"),
            doubts: doubts(&url, host, text),
            whole: url.into(),
        })
    }
}

fn doubts(url: &Url, host: &str, text: &str) -> Vec<String> {
    let mut doubts = Vec::new();
    if let Some(named) = named_host(text)
        && bare(&named) != bare(host)
    {
        doubts.push(format!("the text of the link names another host: {named}"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        doubts.push("what stands before the @ is a user’s name, not the host".to_owned());
    }
    let name = quirks::domain_to_unicode(host);
    if name != host && !name.is_empty() {
        let mixed = if is_mixed(&name) {
            ", with letters of several scripts"
        } else {
            ""
        };
        doubts.push(format!("the host is written {name}{mixed}"));
    }
    if url.scheme() == "http" {
        doubts.push("it is not encrypted".to_owned());
    }
    doubts
}

/// The host that the text of a link seems to name: all of it is an address, or looks like one.
fn named_host(text: &str) -> Option<String> {
    let text = text.trim();
    if text.contains(char::is_whitespace) || text.contains('@') {
        return None;
    }
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(_) => Url::parse(&format!("https://{text}")).ok()?,
    };
    let host = url.host_str()?;
    let (_, last) = host.rsplit_once('.')?;
    let is_name = last.len() > 1 && last.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_name.then(|| host.to_owned())
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Whether one part of a name has letters of several scripts that look alike.
fn is_mixed(name: &str) -> bool {
    name.split('.').any(|label| {
        let scripts: BTreeSet<_> = label.chars().filter_map(script).collect();
        scripts.len() > 1
    })
}

/// The script of a letter, among those whose letters look alike.
fn script(c: char) -> Option<&'static str> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => Some("Latin"),
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some("Greek"),
        '\u{400}'..='\u{52F}' => Some("Cyrillic"),
        '\u{530}'..='\u{58F}' => Some("Armenian"),
        '\u{13A0}'..='\u{13FF}' | '\u{AB70}'..='\u{ABBF}' => Some("Cherokee"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: Option<&str> = Some("https://harbour.example/news/pier");

    #[track_caller]
    fn check(written: &str, text: &str, whole: &str, host: &str, doubts: &[&str]) {
        let address = Address::of(written, BASE, text).unwrap();
        assert_eq!((&*address.whole, &*address.host), (whole, host));
        assert_eq!(address.doubts, doubts, "{written}");
    }

    #[test]
    fn addresses_are_told_with_their_host() {
        check(
            "https://a.example/b?c#d",
            "here",
            "https://a.example/b?c#d",
            "a.example",
            &[],
        );
        check(
            "../b",
            "there",
            "https://harbour.example/b",
            "harbour.example",
            &[],
        );
        check(
            "https://a.example:8443/",
            "a.example",
            "https://a.example:8443/",
            "a.example:8443",
            &[],
        );
        check(
            "mailto:ann@a.example",
            "mail",
            "mailto:ann@a.example",
            "ann@a.example",
            &[],
        );
    }

    #[test]
    fn what_should_be_looked_at_twice_is_told() {
        check(
            "http://bank.example@evil.example/",
            "bank",
            "http://bank.example@evil.example/",
            "evil.example",
            &[
                "what stands before the @ is a user’s name, not the host",
                "it is not encrypted",
            ],
        );
        check(
            "https://evil.example/",
            "www.bank.example/login",
            "https://evil.example/",
            "evil.example",
            &["the text of the link names another host: www.bank.example"],
        );
        check(
            "https://bаnk.example/",
            "the bank",
            "https://xn--bnk-6cd.example/",
            "xn--bnk-6cd.example",
            &["the host is written bаnk.example, with letters of several scripts"],
        );
        check(
            "https://bücher.example/",
            "e.g. No. 5",
            "https://xn--bcher-kva.example/",
            "xn--bcher-kva.example",
            &["the host is written bücher.example"],
        );
    }

    #[test]
    fn nothing_else_is_opened() {
        for written in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "ssh://-oProxyCommand=x",
            "vscode://file/etc",
            "https://",
        ] {
            assert!(Address::of(written, BASE, "").is_err(), "{written}");
        }
        assert!(Address::of("b.html", None, "").is_err());
    }
}
