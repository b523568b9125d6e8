//! The guard: where a page may lead.
//!
//! What the reader types may be anywhere. A page on the web may not lead to what lies on this computer or in its network, nor from an
//! encrypted connection to one that is not. Names are looked at where they are looked up, so that a name cannot mean one thing to the
//! guard and another to the connection. A proxy looks them up itself, and reaches what it reaches; there, only addresses that are plainly
//! local are kept from it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::{Host, Url};

use super::FetchError;

/// Keeps a page from leading where only we can go.
#[derive(Clone, Debug, Default)]
pub(super) struct Guard {
    /// Whose name is looked up; a proxy's is nothing that a page says.
    host: String,
    /// Whether a page led here.
    is_led: bool,
    /// Whether the host that is asked is that of the article, and nothing has led away from it.
    is_home: bool,
    /// Whether the address that was typed is a local one.
    is_local: Arc<AtomicBool>,
}

/// A name leads to a local address.
#[derive(Debug, thiserror::Error)]
#[error("a local address")]
pub(super) struct Local;

impl Guard {
    /// That of an address which an article names; `from` is its own, when it came from the web. It may lead to where the article is, and to
    /// what everybody can reach.
    pub(super) fn named(url: &Url, from: Option<&Url>) -> Result<Self, FetchError> {
        let mut guard = Self {
            is_led: true,
            is_home: from.is_some(),
            ..Self::default()
        };
        match from {
            Some(from) => _ = guard.way(from, url.as_str())?,
            None if is_local(url) => {
                let host = url.host_str().unwrap_or_default().to_owned();
                return Err(FetchError::Leads("the article".to_owned(), host));
            }
            None => {}
        }
        Ok(guard)
    }

    /// The same for a connection to `host`.
    pub(super) fn at(self, host: String) -> Self {
        Self { host, ..self }
    }

    /// From now on a page leads the way.
    pub(super) fn leave_the_start(&mut self) {
        self.is_led = true;
    }

    /// Where `location` leads from `from`, if it may be followed.
    pub(super) fn way(&mut self, from: &Url, location: &str) -> Result<Url, FetchError> {
        let host = || from.host_str().unwrap_or_default().to_owned();
        let Ok(to) = from.join(location) else {
            return Err(FetchError::Leads(host(), location.to_owned()));
        };
        match (from.scheme(), to.scheme()) {
            ("https", "http") => return Err(FetchError::Downgrade(host(), to.into())),
            (_, "http" | "https") => {}
            _ => return Err(FetchError::Leads(host(), to.into())),
        }
        if is_local(from) && !self.is_led {
            self.is_local.store(true, Ordering::Relaxed);
        }
        self.is_home &= from.host() == to.host();
        if is_local(&to) && !self.may_be_local() {
            return Err(FetchError::Leads(host(), to.into()));
        }
        Ok(to)
    }

    /// Whether what is asked may be a local address although a page leads there.
    fn may_be_local(&self) -> bool {
        self.is_home || self.is_local.load(Ordering::Relaxed)
    }
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout);
        let found = found.map_err(|error| match error {
            Error::Io(_) => Error::HostNotFound,
            error => error,
        })?;
        let is_asked = uri.host() == Some(&self.host);
        if is_asked && found.iter().any(|it| is_local_ip(it.ip())) {
            if !self.is_led {
                self.is_local.store(true, Ordering::Relaxed);
            }
            if !self.may_be_local() {
                return Err(Error::Other(Box::new(Local)));
            }
        }
        Ok(found)
    }
}

/// Whether an address names this computer or its network without a look-up.
fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => is_local_ip(ip.into()),
        Some(Host::Ipv6(ip)) => is_local_ip(ip.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        None => true,
    }
}

/// Whether an address is one that the web at large does not reach.
fn is_local_ip(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_local_v4(ip),
        IpAddr::V6(ip) => match ip.segments() {
            [0x64, 0xff9b, 0, 0, 0, 0, _, _] | [0, 0, 0, 0, 0, 0xffff, _, _] => {
                let [.., a, b, c, d] = ip.octets();
                is_local_v4(Ipv4Addr::new(a, b, c, d))
            }
            _ => is_local_v6(ip),
        },
    }
}

fn is_local_v4(ip: Ipv4Addr) -> bool {
    let is_shared = matches!(ip.octets(), [100, 64..=127, ..]);
    let is_this_network = ip.octets()[0] == 0;
    ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_broadcast()
        || ip.is_multicast()
        || is_shared
        || is_this_network
}

fn is_local_v6(ip: Ipv6Addr) -> bool {
    ip.is_loopback()
        || ip.is_unspecified()
        || ip.is_unique_local()
        || ip.is_unicast_link_local()
        || ip.is_multicast()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &str, location: &str, expected: Result<&str, &str>) {
        let way = Guard::default().way(&from.parse().unwrap(), location);
        let way = way.map(String::from).map_err(|error| error.to_string());
        let expected = expected.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(way, expected, "{from} to {location}");
    }

    #[test]
    fn pages_lead_to_pages() {
        check("http://a.example/b", "c?d", Ok("http://a.example/c?d"));
        check(
            "http://a.example/b",
            "https://e.example",
            Ok("https://e.example/"),
        );
        check(
            "https://a.example/b",
            "//e.example/f",
            Ok("https://e.example/f"),
        );
        check("http://127.0.0.1:81/", "http://[::1]/", Ok("http://[::1]/"));
    }

    #[test]
    fn pages_lead_to_nothing_that_only_we_can_reach() {
        for location in [
            "file:///etc/passwd",
            "data:text/plain,a",
            "http://localhost/",
            "http://a.localhost./",
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://10.1.2.3/",
            "http://169.254.169.254/latest",
            "http://100.64.0.1/",
            "http://0.0.0.0/",
            "http://[::1]/",
            "http://[::ffff:192.168.0.1]/",
            "http://[64:ff9b::10.0.0.1]/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
        ] {
            let way = Guard::default().way(&"http://a.example/".parse().unwrap(), location);
            assert!(
                matches!(way, Err(FetchError::Leads(..))),
                "{location}: {way:?}"
            );
        }
    }

    #[test]
    fn an_encrypted_page_does_not_lead_to_one_that_is_not() {
        check(
            "https://a.example/",
            "http://b.example/c",
            Err(
                "a.example leads from https to http://b.example/c, which anybody on the way can change: name that address yourself if you want it",
            ),
        );
    }

    fn resolve(guard: &Guard) -> Result<ResolvedSocketAddrs, Error> {
        let uri = "http://localhost:1/".parse().unwrap();
        let timeout = NextTimeout {
            after: ureq::unversioned::transport::time::Duration::NotHappening,
            reason: ureq::Timeout::Global,
            ..NextTimeout::default()
        };
        guard.resolve(&uri, &Config::default(), timeout)
    }

    #[test]
    fn a_name_is_judged_by_what_it_leads_to() {
        let mut guard = Guard::default().at("localhost".to_owned());
        guard.leave_the_start();
        assert!(matches!(resolve(&guard), Err(Error::Other(_))));
        let proxy = guard.at("a.example".to_owned());
        assert!(resolve(&proxy).is_ok());
        assert!(resolve(&Guard::default().at("localhost".to_owned())).is_ok());
    }

    #[test]
    fn what_an_article_names_may_be_local_where_the_article_is_and_nowhere_else() {
        let url = |url: &str| Url::parse(url).unwrap();
        let named = |to: &str, from: &str| Guard::named(&url(to), Some(&url(from)));
        let guard = named("http://localhost/b.png", "http://localhost/a").unwrap();
        let mut guard = guard.at("localhost".to_owned());
        assert!(resolve(&guard).is_ok());
        let home = url("http://localhost/b.png");
        assert!(guard.way(&home, "/c.png").is_ok());
        assert!(resolve(&guard).is_ok());
        let away = guard.way(&home, "http://a.example/d.png").unwrap();
        assert!(matches!(resolve(&guard), Err(Error::Other(_))));
        assert!(guard.way(&away, "http://localhost/b.png").is_err());

        assert!(named("http://10.0.0.1/b.png", "http://localhost/a").is_err());
        let mut guard = named("http://a.example/b.png", "http://a.example/a").unwrap();
        let led = guard.way(&away, "http://192.168.1.1/reboot");
        assert!(matches!(led, Err(FetchError::Leads(..))), "{led:?}");
    }
}
