//! Fetching: one page from its address, and nothing that it names; pictures of it when the reader asks for them.
//!
//! HTTP and HTTPS, compressed or not, through the proxy that the environment names. Redirects are followed here, one by one, because
//! not every one may be: what a page says must not open what only this computer or its network can reach. No cookies are kept and
//! no scripts run.

mod error;
mod guard;
mod media;
mod proxy;

use std::io::Read;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::http::header::{CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use ureq::http::{HeaderMap, HeaderName, Response};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, BodyReader, Proxy};
use url::Url;

pub use error::FetchError;
use guard::Guard;
pub use proxy::Proxies;

use super::Envelope;

/// What we call ourselves: the program, and nothing of who runs it.
const USER_AGENT: &str = concat!("sidenote/", env!("CARGO_PKG_VERSION"));

/// What can be read, the best first.
const ACCEPT: &str = "text/html, application/xhtml+xml, text/markdown;q=0.9, application/epub+zip;q=0.9, text/plain;q=0.8";

/// What can be shown.
const ACCEPT_PICTURE: &str = "image/png, image/jpeg, image/webp, image/gif";

/// How many redirects are followed.
const REDIRECTS: usize = 10;

/// How pages are fetched.
#[derive(Clone, Debug, Default)]
pub struct Web {
    /// What is too much.
    pub limits: Limits,
    /// Who fetches for us.
    pub proxies: Proxies,
}

/// What a server may take of us.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest page, unpacked, in bytes.
    pub bytes: u64,
    /// How long nothing may come.
    pub silence: Duration,
    /// How long all of it may take.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 32 << 20,
            silence: Duration::from_secs(20),
            time: Duration::from_secs(90),
        }
    }
}

/// The host of an address, for people; `None` where there is none.
pub(super) fn host(address: &str) -> Option<String> {
    Some(Url::parse(address).ok()?.host_str()?.to_owned())
}

/// A page of which the body is still to come.
pub(super) struct Page {
    /// What came with it.
    pub(super) envelope: Envelope,
    /// Its bytes, unpacked.
    pub(super) body: BodyReader<'static>,
}

/// Asks for a page and follows where it leads.
pub(super) fn fetch(address: &str, web: &Web) -> Result<Page, FetchError> {
    let url = error::parse(address)?;
    let mut trail = Trail {
        url,
        guard: Guard::default(),
        end: Instant::now() + web.limits.time,
        web,
        accept: ACCEPT,
    };
    let response = trail.walk()?;
    trail.page(response)
}

/// Fetches a picture that an article at the address `from` names, as long as `is_wanted`; nothing when that ends before.
pub(super) fn picture(
    address: &str,
    from: Option<&str>,
    web: &Web,
    is_wanted: &dyn Fn() -> bool,
) -> Result<Option<Vec<u8>>, FetchError> {
    let url = error::parse(address)?;
    let from = from.and_then(|from| Url::parse(from).ok());
    let mut trail = Trail {
        guard: Guard::named(&url, from.as_ref())?,
        url,
        end: Instant::now() + web.limits.time,
        web,
        accept: ACCEPT_PICTURE,
    };
    let response = trail.walk()?;
    trail.check(&response)?;
    let mut body = response.into_body().into_reader();
    let (mut bytes, mut piece) = (Vec::new(), vec![0; 64 * 1024]);
    loop {
        let read = body.read(&mut piece);
        let read = read.map_err(|it| FetchError::broken(it, trail.host(), &web.limits))?;
        bytes.extend(piece.get(..read).unwrap_or_default());
        if bytes.len() as u64 > web.limits.bytes {
            return Err(FetchError::TooLong(trail.host(), web.limits.bytes));
        }
        if read == 0 {
            return Ok(Some(bytes));
        }
        if !is_wanted() {
            return Ok(None);
        }
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// How a page is packed that could not be unpacked: whatever was unpacked on the way is declared no more.
fn packing(headers: &HeaderMap) -> Option<&str> {
    let coding = header(headers, &CONTENT_ENCODING)?.trim();
    let is_plain = coding.is_empty() || coding.eq_ignore_ascii_case("identity");
    (!is_plain).then_some(coding)
}

/// The way from the address that was typed to the page.
struct Trail<'a> {
    /// Where we are.
    url: Url,
    guard: Guard,
    /// When it is too late.
    end: Instant,
    web: &'a Web,
    /// What we take.
    accept: &'static str,
}

impl Trail<'_> {
    fn host(&self) -> String {
        self.url.host_str().unwrap_or_default().to_owned()
    }

    /// Follows redirects to what is at their end.
    fn walk(&mut self) -> Result<Response<Body>, FetchError> {
        for _ in 0..=REDIRECTS {
            let response = self.ask()?;
            match header(response.headers(), &LOCATION) {
                Some(location) if response.status().is_redirection() => self.follow(location)?,
                _ => return Ok(response),
            }
        }
        Err(FetchError::Circle(self.host()))
    }

    fn ask(&self) -> Result<Response<Body>, FetchError> {
        let limits = &self.web.limits;
        let proxy = self.web.proxies.of(&self.url);
        let proxy = proxy.map_err(|it| FetchError::unanswered(it, self.host(), limits))?;
        let guard = self.guard.clone().at(self.host());
        let is_direct = proxy.is_none();
        let agent = Agent::with_parts(self.config(proxy), DefaultConnector::default(), guard);
        let answer = agent.get(self.url.as_str()).call();
        answer.map_err(|it| {
            let error = FetchError::unanswered(it, self.host(), limits);
            if is_direct {
                error
            } else {
                error.behind_a_proxy()
            }
        })
    }

    fn config(&self, proxy: Option<Proxy>) -> Config {
        let Limits { silence, .. } = self.web.limits;
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()));
        Config::builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(proxy)
            .user_agent(USER_AGENT)
            .accept(self.accept)
            .tls_config(tls.build())
            .timeout_resolve(Some(silence))
            .timeout_connect(Some(silence))
            .timeout_per_read(Some(silence))
            .timeout_global(Some(self.end.saturating_duration_since(Instant::now())))
            .build()
    }

    /// Goes on to where the page leads, if we may.
    fn follow(&mut self, location: &str) -> Result<(), FetchError> {
        self.url = self.guard.way(&self.url, location)?;
        self.guard.leave_the_start();
        Ok(())
    }

    /// Whether it is what was asked for.
    fn check(&self, response: &Response<Body>) -> Result<(), FetchError> {
        if response.status().is_success() {
            return Ok(());
        }
        Err(FetchError::Status(self.host(), response.status().as_u16()))
    }

    fn page(self, response: Response<Body>) -> Result<Page, FetchError> {
        self.check(&response)?;
        if let Some(coding) = packing(response.headers()) {
            return Err(FetchError::Packed(self.host(), coding.to_owned()));
        }
        let declared = header(response.headers(), &CONTENT_TYPE).unwrap_or_default();
        let envelope =
            media::envelope(&self.url, declared).ok_or_else(|| FetchError::NoArticle {
                host: self.host(),
                media: media::essence(declared),
            })?;
        Ok(Page {
            envelope,
            body: response.into_body().into_reader(),
        })
    }
}
