//! Why a page could not be fetched, and what to do about it.

use std::io;
use std::time::Duration;

use rustls::{CertificateError, Error as Tls};
use ureq::{Error, Timeout};
use url::Url;

use super::Limits;
use super::guard::Local;
use crate::input::error::reason;
use crate::text::cluster::safe;

/// Why a page could not be fetched; all but the first with the host that was asked.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// What was named is no address.
    #[error("{} is no address ({reason}): one looks like https://example.org/article", safe(.address))]
    Address {
        /// What was named.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
    /// No such name is known.
    #[error("cannot find {0}: check the name, and whether this computer is online")]
    Name(String),
    /// Nobody listens there.
    #[error("{0} refuses the connection: check the address, or try again later")]
    Refused(String),
    /// The network does not lead there.
    #[error("cannot reach {0}: {1}")]
    Unreachable(String, String),
    /// The connection is not encrypted as it should be.
    #[error("no safe connection to {0}: {1}")]
    Tls(String, String),
    /// The proxy does not let us through.
    #[error("the proxy does not lead to {0} ({reason}): check the variables that name it, such as HTTPS_PROXY", reason = safe(.1))]
    Proxy(String, String),
    /// The connection ended without an answer.
    #[error("{0} ended the connection without an answer: try again later")]
    NoAnswer(String),
    /// What came is no HTTP.
    #[error("{0} answers something that is no web page: check the address")]
    NoPage(String),
    /// There is no page for us; the status says why.
    #[error("{0} {what}", what = status(*.1))]
    Status(String, u16),
    /// The page is nothing that can be read.
    #[error("not an article: {host} sends {}; download it, and convert it to text or Markdown", safe(.media))]
    NoArticle {
        /// Who sends it.
        host: String,
        /// What it is.
        media: String,
    },
    /// The page is packed as nobody has asked for.
    #[error("{0} packs the page in a way that is not read ({coding}): open it in a browser, save it and name the file", coding = safe(.1))]
    Packed(String, String),
    /// Redirects lead on and on.
    #[error("{0} leads in a circle: check the address")]
    Circle(String),
    /// A redirect leads where no page may lead.
    #[error("{0} leads to {to}, which is not followed: no page may open what only this computer can reach", to = safe(.1))]
    Leads(String, String),
    /// A redirect leads from an encrypted connection to one that is not.
    #[error("{0} leads from https to {to}, which anybody on the way can change: name that address yourself if you want it", to = safe(.1))]
    Downgrade(String, String),
    /// Nothing comes.
    #[error("nothing has come from {0} for {1:?}: try again later")]
    Silent(String, Duration),
    /// It takes too long.
    #[error("{0} takes longer than {1:?}: try again later")]
    Slow(String, Duration),
    /// It ended too early.
    #[error("{0} broke off in the middle of the page: try again")]
    BrokenOff(String),
    /// It is too long.
    #[error("{0} sends more than {most} MiB, which is no article: if it is one, download it and name the file", most = .1 >> 20)]
    TooLong(String, u64),
    /// Something else.
    #[error("cannot fetch the page from {0}: {reason}", reason = safe(.1))]
    Other(String, String),
}

/// An address that can be asked for.
pub(super) fn parse(address: &str) -> Result<Url, FetchError> {
    Url::parse(address).map_err(|error| FetchError::Address {
        address: address.to_owned(),
        reason: error.to_string(),
    })
}

fn status(code: u16) -> String {
    let what = match code {
        401 | 402 | 403 | 407 | 451 => {
            "does not show us this page ({}): open it in a browser, save it and name the file"
        }
        404 | 410 => "has no such page ({}): check the address",
        429 => "wants fewer visits ({}): try again later",
        500.. => "is out of order ({}): try again later",
        _ => {
            "does not show a page ({}): open the address in a browser, save the page and name the file"
        }
    };
    what.replace("{}", &code.to_string())
}

impl FetchError {
    /// Why there was no answer.
    pub(super) fn unanswered(error: Error, host: String, limits: &Limits) -> Self {
        match Self::of(error, host, limits) {
            Self::BrokenOff(host) => Self::NoAnswer(host),
            error => error,
        }
    }

    /// The same when a proxy was asked for the host: who could not be reached is the proxy.
    pub(super) fn behind_a_proxy(self) -> Self {
        match self {
            Self::Name(host) => Self::Proxy(host, "it cannot be found".to_owned()),
            Self::Refused(host) => Self::Proxy(host, "it refuses the connection".to_owned()),
            Self::Unreachable(host, reason) => Self::Proxy(host, reason),
            error => error,
        }
    }

    /// Why there is no more of the body.
    pub(in crate::input) fn broken(error: io::Error, host: String, limits: &Limits) -> Self {
        Self::of(Error::from(error), host, limits)
    }

    fn of(error: Error, host: String, limits: &Limits) -> Self {
        match error {
            Error::HostNotFound => Self::Name(host),
            Error::Timeout(Timeout::Global) => Self::Slow(host, limits.time),
            Error::Timeout(_) => Self::Silent(host, limits.silence),
            Error::Rustls(error) => Self::Tls(host, tls(&error)),
            Error::Tls(reason) => Self::Tls(host, reason.to_owned()),
            Error::ConnectProxyFailed(reason) => Self::Proxy(host, reason),
            Error::InvalidProxyUrl => Self::Proxy(host, "its address cannot be read".to_owned()),
            Error::Protocol(_) | Error::Http(_) | Error::LargeResponseHeader(..) => {
                Self::NoPage(host)
            }
            Error::Decompress(_, error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                Self::BrokenOff(host)
            }
            Error::Other(error) if error.is::<Local>() => {
                Self::Leads(host, "a local address".to_owned())
            }
            Error::Io(error) => Self::of_io(&error, host, limits),
            error => Self::Other(host, error.to_string()),
        }
    }

    fn of_io(error: &io::Error, host: String, limits: &Limits) -> Self {
        if let Some(error) = error.get_ref().and_then(|it| it.downcast_ref::<Tls>()) {
            return Self::Tls(host, tls(error));
        }
        match error.kind() {
            io::ErrorKind::ConnectionRefused => Self::Refused(host),
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
                Self::Silent(host, limits.silence)
            }
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe => Self::BrokenOff(host),
            _ => Self::Unreachable(host, reason(error)),
        }
    }
}

/// What is wrong with an encrypted connection, and what to do.
fn tls(error: &Tls) -> String {
    match error {
        Tls::InvalidCertificate(
            CertificateError::Expired | CertificateError::ExpiredContext { .. },
        ) => "its certificate has expired; is the clock of this computer right?".to_owned(),
        Tls::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => "its certificate is for another name: check the address".to_owned(),
        Tls::InvalidCertificate(CertificateError::UnknownIssuer) => {
            "nobody whom this computer trusts has signed its certificate".to_owned()
        }
        Tls::InvalidMessage(_) => {
            "it does not speak TLS there; try http:// if you trust the network".to_owned()
        }
        Tls::General(reason) => {
            format!("{reason}; are certificates installed (the package ca-certificates)?")
        }
        error => error.to_string(),
    }
}
