//! Layer 1: how an article arrives.
//!
//! From the program itself, a file, a pipe, standard input or an address on the web; in whatever charset it is. The outside world
//! fails with an [`OpenError`], whose message says what to do.

pub mod arrival;
pub mod beside;
mod book;
pub mod decode;
mod error;
pub mod fetch;
mod intake;
mod mail;
mod origin;
pub mod picture;
pub mod shipped;

use arrival::Arrived;
use decode::Claims;
use decode::charset::Charset;
use fetch::Web;
use intake::Intake;

pub use error::OpenError;
pub use intake::is_plain_file;
pub use origin::{Envelope, Origin};

/// The longest article that is read, in bytes.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// How articles are to be opened.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// What they are to be read as, whatever they say.
    pub charset: Option<Charset>,
    /// How pages are fetched.
    pub web: Web,
}

/// An article as it arrived.
#[derive(Debug)]
pub struct Raw {
    /// Its bytes.
    pub bytes: Vec<u8>,
    origin: Origin,
    envelope: Envelope,
    claims: Claims,
}

/// An article, decoded.
#[derive(Debug)]
pub struct Input {
    /// Its text.
    pub text: String,
    /// What came with it.
    pub envelope: Envelope,
    /// What is known of it.
    pub arrived: Arrived,
}

/// Reads an article to its end and decodes it. Blocks as long as a pipe stays open.
pub fn open(origin: &Origin, terms: &Terms) -> Result<Input, OpenError> {
    read(origin, terms)?.decode()
}

/// Reads an article to its end. Blocks as long as a pipe stays open.
pub fn read(origin: &Origin, terms: &Terms) -> Result<Raw, OpenError> {
    const STEP: usize = 1024 * 1024;
    let mut intake = Intake::open(origin, terms)?;
    let mut bytes = Vec::new();
    while intake.read(&mut bytes, STEP)? > 0 {}
    Ok(Raw {
        bytes,
        claims: intake.claims,
        origin: intake.origin,
        envelope: intake.envelope,
    })
}

impl Raw {
    /// The text in the bytes, which become it: UTF-8 is not copied.
    pub fn decode(self) -> Result<Input, OpenError> {
        let bytes = self.bytes.len() as u64;
        let decoded = decode::decode(self.bytes, self.claims);
        let (text, encoding) = decoded.map_err(|what| self.origin.no_text(what))?;
        Ok(Input {
            text,
            arrived: Arrived {
                encoding,
                bytes,
                address: self.envelope.address.clone(),
            },
            envelope: self.envelope,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shipped::Shipped;

    #[test]
    fn the_shipped_article_opens() {
        let input = open(&Origin::Shipped(Shipped::article()), &Terms::default()).unwrap();
        assert_eq!(input.arrived.encoding.charset, Charset::UTF_8);
        assert!(input.text.len() > 3000);
    }
}
