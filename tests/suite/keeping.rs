//! What is kept from one session to the next.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use sidenote::app::effect::OwnWidth;
use sidenote::app::find::REMEMBERED;
use sidenote::app::kept::{Change, Kept};
use sidenote::article::anchor::Anchor;
use sidenote::input::Origin;
use sidenote::input::shipped::Shipped;
use sidenote::search::manner::{Asked, CaseRule, Manner};
use sidenote::state::{Folder, column, places, searches};

/// A place for the files of one test, which ends with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let name = format!("sidenote-state-{}-{name}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    fn folder(&self) -> Folder {
        Folder::new(self.0.join("inner"))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join("inner").join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_is_written_is_read_and_belongs_to_one_alone() {
    let scratch = Scratch::new("write");
    let folder = scratch.folder();
    assert_eq!(folder.read("a"), None);
    for text in ["one\n", "two, longer\n", "3"] {
        folder.write("a", text).unwrap();
        assert_eq!(folder.read("a").as_deref(), Some(text));
    }
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&scratch.file("a")), 0o600);
    assert_eq!(mode(&scratch.file("")), 0o700);
    assert_eq!(fs::read_dir(scratch.file("")).unwrap().count(), 1);
}

#[test]
fn where_nothing_can_be_written_nothing_is() {
    let folder = Folder::new("/dev/null/sidenote".into());
    assert!(folder.write("a", "one").is_err());
    assert_eq!(folder.read("a"), None);
}

#[test]
fn what_is_no_text_counts_as_nothing() {
    let scratch = Scratch::new("read");
    let folder = scratch.folder();
    folder.write("a", "").unwrap();
    fs::write(scratch.file("a"), [0xff, 0xfe]).unwrap();
    assert_eq!(folder.read("a"), None);
    fs::create_dir(scratch.file("b")).unwrap();
    assert_eq!(folder.read("b"), None);
}

fn asked(typed: &str) -> Asked {
    Asked {
        typed: typed.to_owned(),
        manner: Manner::default(),
    }
}

#[test]
fn the_latest_searches_are_kept_once_each() {
    let scratch = Scratch::new("searches");
    let folder = scratch.folder();
    assert_eq!(searches::read(&folder).unwrap(), []);
    let regex = Asked {
        typed: "“a\\b”\u{2028}".to_owned(),
        manner: Manner {
            is_regex: true,
            is_word: true,
            case: CaseRule::Ignored,
        },
    };
    for it in [asked("one"), regex.clone(), asked("two"), asked("one")] {
        searches::add(&folder, it).unwrap();
    }
    let expected = [regex, asked("two"), asked("one")];
    assert_eq!(searches::read(&folder).unwrap(), expected);
    for number in 0..2 * REMEMBERED {
        searches::add(&folder, asked(&number.to_string())).unwrap();
    }
    let kept = searches::read(&folder).unwrap();
    assert_eq!(kept.len(), REMEMBERED);
    assert_eq!(kept.last(), Some(&asked(&(2 * REMEMBERED - 1).to_string())));
}

#[test]
fn what_is_broken_is_passed_over() {
    let scratch = Scratch::new("broken");
    let folder = scratch.folder();
    let lines = [
        r#"{"typed":"a","later":1}"#,
        "nonsense",
        r#"{"typed":"b\u001b"}"#,
        "{}",
        "[]",
        r#"{"typed":"c""#,
    ];
    folder.write(searches::NAME, &lines.join("\n")).unwrap();
    assert_eq!(searches::read(&folder).unwrap(), [asked("a")]);
}

#[test]
fn what_means_nothing_is_put_aside_and_told() {
    let scratch = Scratch::new("corrupt");
    let folder = scratch.folder();
    let origin = Origin::Shipped(Shipped::article());
    let change = Change {
        before: Kept::default(),
        after: kept(1),
    };
    places::write(&folder, &origin, change).unwrap();
    let entry = fs::read_dir(scratch.file(places::FOLDER)).unwrap().next();
    let name = entry.unwrap().unwrap().file_name().into_string().unwrap();
    let name = format!("{}/{name}", places::FOLDER);
    let nonsense = [&b"{\"top\":"[..], b"\xff\xfe", b""];
    for bytes in nonsense {
        fs::write(scratch.file(&name), bytes).unwrap();
        let corrupt = places::read(&folder, &origin).unwrap().unwrap_err();
        let aside = scratch.file(&format!("{name}.corrupt"));
        assert!(corrupt.to_string().contains(aside.to_str().unwrap()));
        assert_eq!(fs::read(aside).unwrap(), bytes);
        assert_eq!(places::read(&folder, &origin), Some(Ok(Kept::default())));
    }
    folder.write(searches::NAME, "nonsense\n").unwrap();
    let told = searches::read(&folder).unwrap_err().to_string();
    assert!(
        told.starts_with("cannot be read any more and is put aside · "),
        "{told}"
    );
    assert_eq!(searches::read(&folder).unwrap(), []);
}

/// Something that is kept, told by a number.
fn kept(at: u32) -> Kept {
    let anchor = Anchor {
        at,
        before: "before\n".to_owned(),
        behind: "“behind”".to_owned(),
    };
    Kept {
        top: Some(anchor.clone()),
        bookmarks: [('a', anchor.clone())].into(),
        hidden: [('Q', anchor)].into(),
    }
}

/// Keeps that in an article of which this was known to be kept.
#[track_caller]
fn keep(folder: &Folder, origin: &Origin, before: Kept, after: Kept) {
    places::write(folder, origin, Change { before, after }).unwrap();
}

#[test]
fn two_sessions_keep_what_each_has_changed() {
    let scratch = Scratch::new("two");
    let folder = scratch.folder();
    let origin = Origin::Shipped(Shipped::article());
    keep(&folder, &origin, Kept::default(), kept(1));
    // Both begin with that.
    let mut one = kept(1);
    let bookmark = one.bookmarks[&'a'].clone();
    one.bookmarks.insert('q', bookmark.clone());
    one.hidden.clear();
    keep(&folder, &origin, kept(1), one);
    let mut other = kept(1);
    other.bookmarks.insert('r', bookmark);
    other.top = None;
    keep(&folder, &origin, kept(1), other);
    let there = places::read(&folder, &origin).unwrap().unwrap();
    assert_eq!(there.bookmarks.keys().collect::<String>(), "aqr");
    assert!(there.top.is_none() && there.hidden.is_empty());
}

#[test]
fn a_place_is_kept_for_each_article() {
    let scratch = Scratch::new("places");
    let folder = scratch.folder();
    let file = |name: &str| Origin::File(crate::fixture(name));
    let web = |address: &str| Origin::Web(address.to_owned());
    let shipped = |shipped| Origin::Shipped(shipped);
    let tutorial = shipped(Shipped::tutorial(str::to_owned));
    let new = |origin: &Origin, kept| keep(&folder, origin, Kept::default(), kept);
    new(&file("harbour.txt"), kept(1));
    new(&web("https://example.org/a#part"), kept(2));
    new(&Origin::Stdin, kept(3));
    new(&shipped(Shipped::article()), kept(4));
    new(&tutorial, kept(5));
    new(&file("nowhere.txt"), kept(3));
    let read = |origin: &Origin| places::read(&folder, origin).map(Result::unwrap);
    assert_eq!(read(&file("./harbour.txt")), Some(kept(1)));
    assert_eq!(read(&web("https://example.org/a")), Some(kept(2)));
    assert_eq!(read(&shipped(Shipped::article())), Some(kept(4)));
    assert_eq!(read(&tutorial), Some(kept(5)));
    assert_eq!(read(&file("everything.md")), Some(Kept::default()));
    assert_eq!(read(&file("nowhere.txt")), None);
    assert_eq!(read(&Origin::Stdin), None);
    let count = || fs::read_dir(scratch.file(places::FOLDER)).unwrap().count();
    assert_eq!(count(), 4);
    keep(&folder, &file("harbour.txt"), kept(1), Kept::default());
    keep(
        &folder,
        &file("everything.md"),
        Kept::default(),
        Kept::default(),
    );
    assert_eq!(read(&file("harbour.txt")), Some(Kept::default()));
    assert_eq!(count(), 3);
}

#[test]
fn the_oldest_places_are_forgotten() {
    let scratch = Scratch::new("many");
    let folder = scratch.folder();
    for number in 0..places::MOST + 3 {
        folder.write(&format!("places/{number}"), "{}").unwrap();
    }
    let kept = Kept {
        top: Some(Anchor::default()),
        ..Kept::default()
    };
    let origin = Origin::File(crate::fixture("harbour.txt"));
    keep(&folder, &origin, Kept::default(), kept);
    let count = fs::read_dir(scratch.file(places::FOLDER)).unwrap().count();
    assert_eq!(count, places::MOST);
}

#[test]
fn a_width_is_kept_until_it_is_reset() {
    let scratch = Scratch::new("width");
    let folder = scratch.folder();
    for width in [Some(62), None, Some(1), Some(2000), Some(0), Some(2001)] {
        let made = width.map(|width| OwnWidth { width, of: 70 });
        column::write(&folder, made).unwrap();
        let expected = width.filter(|width| (1..=2000).contains(width));
        assert_eq!(column::read(&folder, 70), expected);
        // It belongs to the width that it was made of.
        assert_eq!(column::read(&folder, 80), None);
    }
}
