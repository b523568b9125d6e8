//! Pictures of an article: where they are, and their bytes.
//!
//! A file names files beside it, a book files in it, and any text what is in its own address (`data:`). What came through a pipe or from
//! the web names no file here. Of the web nothing is fetched unless somebody asks.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use rustix::fs::{Mode, OFlags, open};
use url::Url;
use zip::ZipArchive;

use super::beside::beside;
use super::error::reason;
use super::fetch::{self, FetchError, Web};
use super::{LIMIT, Origin};

/// The longest picture, in bytes.
const MOST: u64 = 32 << 20;

/// What is in the address of a picture itself: padded or not.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Where an article is, seen from which its pictures are named.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a> {
    /// Where it comes from.
    pub origin: &'a Origin,
    /// The address at which it was found in the end.
    pub address: Option<&'a str>,
    /// Whether it is a book, which holds its pictures.
    pub is_book: bool,
}

/// Where a picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureOrigin {
    /// In its address.
    Data(Box<str>),
    /// In a file.
    File(PathBuf),
    /// In a book, under this name.
    Member {
        /// The file of the book.
        book: PathBuf,
        /// The name in its archive.
        name: String,
    },
    /// On the web.
    Web {
        /// Its address.
        address: String,
        /// That of the article that names it.
        from: Option<String>,
    },
}

/// Why there are no bytes of a picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The text names a file, but may not.
    #[error("it names a file, which only a file may do")]
    NoPlace,
    /// Its address is none.
    #[error("its address cannot be read")]
    Address,
    /// There is no such file.
    #[error("no such file")]
    Missing,
    /// A folder, a device or a pipe was named.
    #[error("it is no file")]
    Special,
    /// The system does not let us read it.
    #[error("it cannot be read: {}", reason(.0))]
    Unreadable(io::Error),
    /// Nobody wants it any more; what came of it is dropped.
    #[error("it is no longer wanted")]
    Unwanted,
    /// It is longer than is read.
    #[error("it is longer than {} MiB", MOST >> 20)]
    TooLong,
    /// It could not be fetched.
    #[error(transparent)]
    Fetch(#[from] FetchError),
}

impl From<io::Error> for PictureError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Unreadable(error),
        }
    }
}

impl PictureOrigin {
    /// Where the picture is that an article names so.
    pub fn of(written: &str, base: Base<'_>) -> Result<Self, PictureError> {
        let written = written.trim();
        let scheme = written.split_once(':').map_or("", |(scheme, _)| scheme);
        if scheme.eq_ignore_ascii_case("data") {
            return Ok(Self::Data(written.into()));
        }
        if written.is_empty() {
            return Err(PictureError::Address);
        }
        let from = base.address.map(ToOwned::to_owned);
        let web = |url: Url| Self::Web {
            address: url.into(),
            from: from.clone(),
        };
        if let Some(rest) = written.strip_prefix("//")
            && base.address.is_none()
        {
            let url = Url::parse(&format!("https://{rest}"));
            return url.map(web).map_err(|_error| PictureError::Address);
        }
        match Url::parse(written) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(web(url)),
            Ok(url) => match (url.to_file_path(), base.origin.path()) {
                (Ok(path), Some(_)) if url.scheme() == "file" => Ok(Self::File(path)),
                _ => Err(PictureError::Address),
            },
            Err(_) if base.is_book => Self::in_book(written, base.origin),
            Err(_) => match (base.address, base.origin.path()) {
                (Some(address), _) => {
                    let url = Url::parse(address).and_then(|address| address.join(written));
                    url.map(web).map_err(|_error| PictureError::Address)
                }
                (None, Some(article)) => {
                    let written = written.replace('\\', "/"); // as browsers do
                    Ok(Self::File(beside(article, &written)))
                }
                (None, None) => Err(PictureError::NoPlace),
            },
        }
    }

    fn in_book(written: &str, book: &Origin) -> Result<Self, PictureError> {
        let book = book.path().ok_or(PictureError::NoPlace)?.to_owned();
        let name = written.trim_start_matches('/').to_owned();
        Ok(Self::Member { book, name })
    }

    /// The host that has to be asked for it.
    pub fn host(&self) -> Option<String> {
        match self {
            Self::Web { address, .. } => fetch::host(address),
            _ => None,
        }
    }

    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::Data(_) => "a picture in the text".to_owned(),
            Self::File(path) => path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            Self::Member { name, .. } => name.clone(),
            Self::Web { .. } => self.host().unwrap_or_default(),
        }
    }

    /// What tells whether a file is still the same.
    pub fn stamp(&self) -> Option<(SystemTime, u64)> {
        match self {
            Self::File(path) | Self::Member { book: path, .. } => {
                let metadata = path.metadata().ok()?;
                Some((metadata.modified().ok()?, metadata.len()))
            }
            Self::Data(_) | Self::Web { .. } => None,
        }
    }

    /// Its bytes; those of the web come as long as `is_wanted`.
    pub fn read(&self, web: &Web, is_wanted: &dyn Fn() -> bool) -> Result<Vec<u8>, PictureError> {
        match self {
            Self::Data(address) => data(address),
            Self::File(path) => {
                let file = regular(path)?;
                bounded(file)
            }
            Self::Member { book, name } => member(book, name),
            Self::Web { address, from } => {
                let bytes = fetch::picture(address, from.as_deref(), web, is_wanted)?;
                bytes.ok_or(PictureError::Unwanted)
            }
        }
    }
}

/// What an address holds.
fn data(address: &str) -> Result<Vec<u8>, PictureError> {
    let (head, body) = address.split_once(',').ok_or(PictureError::Address)?;
    if body.len() as u64 > MOST * 4 / 3 {
        return Err(PictureError::TooLong);
    }
    if !head.trim_end().to_ascii_lowercase().ends_with(";base64") {
        return Err(PictureError::Address);
    }
    let body: String = body.split_ascii_whitespace().collect();
    BASE64.decode(body).map_err(|_error| PictureError::Address)
}

/// Opens a file that is one. It is looked at before, as opening a device can do harm, and after, whatever becomes of the name meanwhile:
/// what waits for a writer is not waited for.
fn regular(path: &Path) -> Result<File, PictureError> {
    if !path.metadata()?.is_file() {
        return Err(PictureError::Special);
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = open(path, flags, Mode::empty()).map_err(io::Error::from)?;
    let file = File::from(file);
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(PictureError::Special)
    }
}

/// All that can be read, unless that is too much.
fn bounded(from: impl Read) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    from.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        Err(PictureError::TooLong)
    } else {
        Ok(bytes)
    }
}

/// A file of a book.
fn member(book: &Path, name: &str) -> Result<Vec<u8>, PictureError> {
    let file = regular(book)?;
    if file.metadata()?.len() > LIMIT {
        return Err(PictureError::TooLong);
    }
    let archive = ZipArchive::new(BufReader::new(file));
    let mut archive = archive.map_err(|_error| PictureError::Missing)?;
    let member = archive.by_name(name);
    bounded(member.map_err(|_error| PictureError::Missing)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(origin: &str, address: Option<&str>, written: &str, expected: &str) {
        let origin = Origin::of(origin.as_ref());
        let base = Base {
            origin: &origin,
            address,
            is_book: origin.path().is_some_and(|it| it.ends_with("b.epub")),
        };
        let found = match PictureOrigin::of(written, base) {
            Ok(PictureOrigin::Data(_)) => "data".to_owned(),
            Ok(PictureOrigin::File(path)) => path.display().to_string(),
            Ok(PictureOrigin::Member { book, name }) => format!("{}:{name}", book.display()),
            Ok(PictureOrigin::Web { address, .. }) => address,
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expected, "{written}");
    }

    #[test]
    fn a_file_names_files_and_the_web() {
        let article = "/articles/a.md";
        check(article, None, "b.png", "/articles/b.png");
        check(article, None, "img/my%20b.png", "/articles/img/my b.png");
        check(article, None, "my b.png", "/articles/my b.png");
        check(article, None, "100%.png", "/articles/100%.png");
        check(article, None, "../../etc/passwd", "/etc/passwd");
        check(article, None, r"img\b.png", "/articles/img/b.png");
        check(article, None, "/c.png", "/c.png");
        check(article, None, "file:///c.png", "/c.png");
        check(article, None, "https://a.example/b", "https://a.example/b");
        check(article, None, "//a.example/b", "https://a.example/b");
        check(article, None, "DATA:image/png;base64,AA", "data");
        check(article, None, "javascript:x", "its address cannot be read");
        check(article, None, " ", "its address cannot be read");
        check("a.md", None, "../b.png", "../b.png");
        check("/b.epub", None, "/OPS/b.png", "/b.epub:OPS/b.png");
        check(
            "/b.epub",
            None,
            "https://a.example/b",
            "https://a.example/b",
        );
    }

    #[test]
    fn what_came_from_elsewhere_names_no_file_here() {
        let page = Some("https://a.example/x/y");
        let refused = "it names a file, which only a file may do";
        for origin in ["-", "/dev/fd/63", "/dev/stdin", "/proc/self/fd/0"] {
            check(origin, None, "b.png", refused);
            check(origin, None, "/etc/passwd", refused);
            check(
                origin,
                None,
                "file:///etc/passwd",
                "its address cannot be read",
            );
            check(origin, None, "data:image/png;base64,AA", "data");
        }
        let web = "https://a.example/x/y";
        check(web, page, "b.png", "https://a.example/x/b.png");
        check(web, page, "/etc/passwd", "https://a.example/etc/passwd");
        check(web, page, "//b.example/c", "https://b.example/c");
        check(
            web,
            page,
            "file:///etc/passwd",
            "its address cannot be read",
        );
        check(web, None, "b.png", refused);
    }
}
