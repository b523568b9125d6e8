//! Proxies: who fetches for us, as the variables tell that other programs follow too.

use ureq::{Error, Proxy};
use url::Url;

/// What the environment says of proxies. Without anything said there are none.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    /// For `http:` addresses.
    pub http: Option<String>,
    /// For `https:` addresses.
    pub https: Option<String>,
    /// For both, where nothing else is said.
    pub all: Option<String>,
    /// Hosts that are reached without one, with commas between them; `*` for all.
    pub except: String,
}

impl Proxies {
    /// The proxy for an address.
    pub(super) fn of(&self, url: &Url) -> Result<Option<Proxy>, Error> {
        let own = match url.scheme() {
            "https" => &self.https,
            _ => &self.http,
        };
        match own.as_ref().or(self.all.as_ref()) {
            Some(proxy) if !self.is_excepted(url.host_str().unwrap_or_default()) => {
                Proxy::new(proxy).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Whether a host, or a domain that it belongs to, is excepted.
    fn is_excepted(&self, host: &str) -> bool {
        let names = self.except.split([',', ' ']).filter(|it| !it.is_empty());
        names
            .map(|it| it.trim_start_matches(['*', '.']))
            .any(|name| {
                let before = host
                    .len()
                    .checked_sub(name.len())
                    .and_then(|at| host.split_at_checked(at))
                    .filter(|(_, end)| end.eq_ignore_ascii_case(name));
                before.is_some_and(|(start, _)| {
                    start.is_empty() || start.ends_with('.') || name.is_empty()
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_has_its_proxy() {
        let proxies = Proxies {
            http: Some("http://p.example:81".to_owned()),
            all: Some("q.example".to_owned()),
            except: "a.example,.b.example *.c.example".to_owned(),
            ..Proxies::default()
        };
        for (address, proxy) in [
            ("http://x.example/", Some("p.example")),
            ("https://x.example/", Some("q.example")),
            ("http://a.example/", None),
            ("https://d.a.example/", None),
            ("http://b.example/", None),
            ("http://d.c.example/", None),
            ("http://aa.example/", Some("p.example")),
        ] {
            let found = proxies.of(&address.parse().unwrap()).unwrap();
            assert_eq!(found.as_ref().map(Proxy::host), proxy, "{address}");
        }
        let none = Proxies {
            except: "*".to_owned(),
            ..proxies
        };
        let found = none.of(&"http://x.example/".parse().unwrap());
        assert!(found.unwrap().is_none());
    }
}
