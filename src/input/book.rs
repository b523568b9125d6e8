//! Books: an EPUB unpacked into one text.
//!
//! An EPUB is an archive of pages, with a package that says in what order they are read. The text begins with `<?book?>`; then come
//! the package, the table of contents and the chapters, each behind a line that says which of them it is: `<?chapter OPS/one.xhtml?>`.
//! Nothing is written to disk, and no name in the archive leads out of it. How much is unpacked has a limit, whatever the archive
//! says of its sizes.

use std::io::{self, Cursor, Read};

use rbook::Epub;
use zip::ZipArchive;

use super::decode::NotText;

/// Bytes that all of an archive may unpack to.
const MOST: u64 = 512 * 1024 * 1024;

/// Bytes that its text may have, and any file in it.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Bytes that are read of the list of what is encrypted.
const MOST_KEYS: u64 = 1024 * 1024;

/// Files that an archive may hold.
const MOST_FILES: usize = 50_000;

const DAMAGED: NotText = NotText("a damaged zip archive");
const NO_BOOK: NotText = NotText("a zip archive without a book (DOCX and ODT are such)");
const UNREADABLE: NotText = NotText("an EPUB whose package cannot be read");
const EMPTY: NotText = NotText("an EPUB without its chapters");
const TOO_LARGE: NotText =
    NotText("an EPUB that unpacks to more than 64 MiB of text, or 512 MiB in all");
const PROTECTED: NotText = NotText("an EPUB that is locked against copying");

/// What a book is when something went wrong on its way here.
pub(super) const BROKEN: [NotText; 3] = [DAMAGED, UNREADABLE, EMPTY];

/// Ways of hiding fonts, which hide no text.
const FONTS: &[&str] = &[
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

/// The text of a book.
pub(super) fn unpack(bytes: Vec<u8>) -> Result<String, NotText> {
    weigh(&bytes, MOST)?;
    // What is skipped is read with the chapters: neither lists nor descriptions are taken apart here, which may be nested without end.
    let book = Epub::options()
        .skip_toc(true)
        .skip_metadata(true)
        .read(Cursor::new(bytes))
        .ok()
        .ok_or(UNREADABLE)?;
    let mut text = "<?book?>\n".to_owned();
    add_package(&book, &mut text)?;
    add_contents(&book, &mut text);
    let before = text.len();
    let missing = add_chapters(&book, &mut text)?;
    if text.len() == before {
        return Err(EMPTY);
    }
    Ok(text + &missing)
}

fn add_package(book: &Epub, text: &mut String) -> Result<(), NotText> {
    let path = book.package().location();
    let package = book.read_resource_str(path.as_str()).ok();
    add(text, "package", path.as_str(), &package.ok_or(UNREADABLE)?);
    Ok(())
}

/// Adds the table of contents: a page, or the list of older books. A book may have none.
fn add_contents(book: &Epub, text: &mut String) {
    let is_list = |media: &str| media == "application/x-dtbncx+xml";
    let page = book.manifest().by_property("nav").next();
    let list = || {
        let mut entries = book.manifest().iter();
        entries.find(|entry| is_list(entry.media_type()))
    };
    if let Some(contents) = page.or_else(list)
        && let Ok(page) = contents.read_str()
    {
        add(text, "contents", &contents.href().decode(), &page);
    }
}

/// Adds the chapters in their order. Those that are not in the archive are left out, as readers for books do, and told of in what is
/// returned.
fn add_chapters(book: &Epub, text: &mut String) -> Result<String, NotText> {
    let contents = book.manifest().by_property("nav").next();
    let mut missing = String::new();
    for entry in book.spine() {
        let Some(chapter) = entry.manifest_entry() else {
            add(&mut missing, "missing", entry.idref(), "");
            continue;
        };
        let is_contents = contents.is_some_and(|it| it.href() == chapter.href());
        if is_contents || !chapter.media_type().contains("html") {
            continue;
        }
        let path = chapter.href().decode();
        match chapter.read_str() {
            Ok(page) if text.len() + page.len() > MOST_TEXT => return Err(TOO_LARGE),
            Ok(page) => add(text, "chapter", &path, &page),
            Err(_) => add(&mut missing, "missing", &path, ""),
        }
    }
    Ok(missing)
}

/// Adds a file behind a line that says what it is. No file can hold such a line.
fn add(text: &mut String, kind: &str, path: &str, file: &str) {
    text.push_str("<?");
    text.push_str(kind);
    text.push(' ');
    text.push_str(&path.replace(['?', '<', '>', '\n'], "_"));
    text.push_str("?>\n");
    text.push_str(&file.replace("<?", "<!"));
    text.push('\n');
}

/// Unpacks all of an archive into nothing, to know that it is not more than `left` bytes.
fn weigh(bytes: &[u8], mut left: u64) -> Result<(), NotText> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok().ok_or(DAMAGED)?;
    if archive.index_for_name("META-INF/container.xml").is_none() {
        return Err(NO_BOOK);
    }
    if archive.len() > MOST_FILES {
        return Err(TOO_LARGE);
    }
    for index in 0..archive.len() {
        // A file that cannot be unpacked weighs nothing, and is missed only where it is a chapter.
        if let Ok(file) = archive.by_index(index) {
            let mut counted = Counted(0);
            let most = left.min(MOST_TEXT as u64);
            _ = io::copy(&mut file.take(most + 1), &mut counted);
            if counted.0 > most {
                return Err(TOO_LARGE);
            }
            left -= counted.0;
        }
    }
    let mut keys = String::new();
    if let Ok(file) = archive.by_name("META-INF/encryption.xml") {
        _ = file.take(MOST_KEYS).read_to_string(&mut keys);
    }
    if is_locked(&keys) {
        Err(PROTECTED)
    } else {
        Ok(())
    }
}

/// A writer that forgets all but how much it was.
struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether something else than fonts is encrypted.
fn is_locked(keys: &str) -> bool {
    let methods = keys
        .split("EncryptionMethod")
        .skip(1)
        .filter_map(|rest| rest.split("Algorithm=").nth(1));
    let mut methods = methods.filter_map(|rest| rest.split(['"', '\'']).nth(1));
    methods.any(|method| !FONTS.contains(&method))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const CONTAINER: &str = "<container><rootfiles><rootfile full-path='OPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
    const CHAPTER: &str = "<?xml version='1.0'?><html><body><p>Words.</p></body></html>";

    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            archive
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn package(items: &str, spine: &str) -> String {
        format!(
            "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"
        )
    }

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: Result<&str, NotText>) {
        assert_eq!(unpack(archive(files)), expected.map(ToOwned::to_owned));
    }

    #[test]
    fn chapters_come_in_the_order_of_the_spine() {
        let items = "<item id='a' href='b%20c.xhtml' media-type='application/xhtml+xml'/><item id='n' href='n.ncx' media-type='application/x-dtbncx+xml'/>";
        let package = package(items, "<itemref idref='a'/><itemref idref='gone'/>");
        check(
            &[
                ("META-INF/container.xml", CONTAINER),
                ("OPS/book.opf", &package),
                ("OPS/b c.xhtml", CHAPTER),
                ("OPS/n.ncx", "<ncx/>"),
            ],
            Ok(&format!(
                "<?book?>\n<?package /OPS/book.opf?>\n{package}\n<?contents /OPS/n.ncx?>\n<ncx/>\n<?chapter /OPS/b c.xhtml?>\n<!xml version='1.0'?><html><body><p>Words.</p></body></html>\n<?missing gone?>\n\n"
            )),
        );
    }

    #[test]
    fn what_is_no_book_is_named() {
        check(&[("word/document.xml", "<w/>")], Err(NO_BOOK));
        check(&[("META-INF/container.xml", CONTAINER)], Err(UNREADABLE));
        let empty = package("", "");
        check(
            &[
                ("META-INF/container.xml", CONTAINER),
                ("OPS/book.opf", &empty),
            ],
            Err(EMPTY),
        );
        assert_eq!(unpack(b"PK\x03\x04 and no more".to_vec()), Err(DAMAGED));
        let whole = archive(&[("META-INF/container.xml", CONTAINER)]);
        assert_eq!(unpack(whole[..whole.len() / 2].to_vec()), Err(DAMAGED));
        let keys = "<encryption><EncryptedData><EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/></EncryptedData></encryption>";
        check(
            &[
                ("META-INF/container.xml", CONTAINER),
                ("META-INF/encryption.xml", keys),
            ],
            Err(PROTECTED),
        );
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let blank = " ".repeat(1_000_000);
        let bomb = archive(&[
            ("META-INF/container.xml", CONTAINER),
            ("a", &blank),
            ("b", &blank),
        ]);
        assert_eq!(weigh(&bomb, 1_999_999), Err(TOO_LARGE));
        assert_eq!(weigh(&bomb, 2_100_000), Ok(()));
    }

    #[test]
    fn no_name_leads_out_of_the_archive() {
        let items = "<item id='a' href='../../../../etc/hostname' media-type='application/xhtml+xml'/><item id='b' href='/etc/hostname' media-type='text/html'/>";
        let package = package(items, "<itemref idref='a'/><itemref idref='b'/>");
        check(
            &[
                ("META-INF/container.xml", CONTAINER),
                ("OPS/book.opf", &package),
            ],
            Err(EMPTY),
        );
    }

    #[test]
    fn a_chapter_that_is_missing_is_told() {
        let items = "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='b' href='b.xhtml' media-type='application/xhtml+xml'/>";
        let package = package(items, "<itemref idref='a'/><itemref idref='b'/>");
        let book = unpack(archive(&[
            ("META-INF/container.xml", CONTAINER),
            ("OPS/book.opf", &package),
            ("OPS/b.xhtml", CHAPTER),
        ]));
        assert!(book.unwrap().ends_with("<?missing /OPS/a.xhtml?>\n\n"));
    }

    #[test]
    fn a_book_has_no_more_text_than_can_be_read() {
        let chapter = " ".repeat(MOST_TEXT / 2);
        let items = "<item id='a' href='a.xhtml' media-type='text/html'/>";
        let package = package(items, "<itemref idref='a'/><itemref idref='a'/>");
        check(
            &[
                ("META-INF/container.xml", CONTAINER),
                ("OPS/book.opf", &package),
                ("OPS/a.xhtml", &chapter),
            ],
            Err(TOO_LARGE),
        );
    }

    #[test]
    fn what_is_nested_without_end_is_no_danger() {
        let deep = "<meta id='m' refines='#m' property='p'>".repeat(50_000);
        let package = format!(
            "<package version='3.0'><metadata>{deep}</metadata><manifest><item id='a' href='a.xhtml' media-type='text/html'/></manifest><spine><itemref idref='a'/></spine></package>"
        );
        let book = archive(&[
            ("META-INF/container.xml", CONTAINER),
            ("OPS/book.opf", &package),
            ("OPS/a.xhtml", CHAPTER),
        ]);
        let read = unpack(book);
        assert!(read.is_ok() || read == Err(UNREADABLE), "{read:?}");
    }
}
