//! Several articles: chosen, opened, left and found again, and read anew when they have changed.

use std::collections::HashMap;
use std::sync::Arc;

use sidenote::app::effect::Effect;
use sidenote::app::event::Event;
use sidenote::app::findings::Findings;
use sidenote::app::list::Kind;
use sidenote::app::renewal::Renewal;
use sidenote::app::shelf::{Head, Shelf};
use sidenote::app::{App, Mode};
use sidenote::article::annotate;
use sidenote::article::section::{Outline, Outliner};
use sidenote::config::setting::Settings;
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::input::Origin;
use sidenote::input::arrival::Beginning;

use crate::screen::{Screen, parse_size};

const HARBOUR: &str = "\
# The harbour

## Who pays for the pier?

The town pays for the pier. Mayor Ines Calloway said: “We will repair it before winter.”

Nobody knows the price.

## And the ferry?

It sails at dawn. The company promised to keep the night ferry.

Some want it to sail at noon.
";

const MOLE: &str = "# The mole\n\nIt is long. Ann Lee said: “It is far too long.”\n";

/// A reader with files that are in no folder.
pub(crate) struct Library {
    pub(crate) screen: Screen,
    files: HashMap<String, String>,
}

impl Library {
    /// Several articles, as they are named as arguments: what has a text can be read.
    fn new(size: &str, names: &[&str]) -> Self {
        let shelf = Shelf::new(names.iter().map(|name| Origin::File(name.into())));
        let mut screen = Screen {
            app: App::new(parse_size(size), shelf, None, &Settings::default()),
            effects: Vec::new(),
            outliner: Outliner::default(),
        };
        screen.event(Event::Resize(parse_size(size)));
        let files = [("harbour.md", HARBOUR), ("mole.md", MOLE)];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let mut library = Self {
            screen,
            files: files.into_iter().collect(),
        };
        library.serve();
        library
    }

    /// One article that is open.
    fn open(size: &str) -> Self {
        Self::new(size, &["harbour.md"]).keys("Enter")
    }

    fn keys(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            self.screen = self.screen.keys(key);
            self.serve();
        }
        self
    }

    /// Changes a file.
    fn write(mut self, text: &str) -> Self {
        self.files.insert("harbour.md".to_owned(), text.to_owned());
        self
    }

    /// Does what the shell does.
    fn serve(&mut self) {
        while let Some(at) = self.screen.effects.iter().position(is_errand) {
            let event = match self.screen.effects.remove(at) {
                Effect::Glance { index, origin } => Event::Glanced {
                    index,
                    head: self.text(&origin).map(|text| {
                        let bytes = text.len() as u64;
                        Head::of(
                            None,
                            Some(&Beginning {
                                text,
                                bytes,
                                ..Beginning::default()
                            }),
                        )
                    }),
                },
                Effect::Complete(typed) => {
                    let paths = self.files.keys().filter(|path| path.starts_with(&typed));
                    let mut paths: Vec<_> = paths.cloned().collect();
                    paths.sort();
                    Event::Completed { typed, paths }
                }
                Effect::Read {
                    reading,
                    origin,
                    before,
                    ..
                } => {
                    let read = self
                        .text(&origin)
                        .map(|text| Document::read(text, Format::Markdown));
                    match (read, before) {
                        (Err(message), _) => {
                            Event::Of(reading, Box::new(Event::NotOpened(message)))
                        }
                        (Ok(document), Some(before)) => {
                            let renewal = Renewal::of(document, None, &before);
                            let event =
                                renewal.map_or(Event::Unchanged, |it| Event::Renewed(Box::new(it)));
                            Event::Of(reading, Box::new(event))
                        }
                        (Ok(document), None) => {
                            let (document, found) = found(document);
                            self.screen.event(Event::Of(reading, Box::new(document)));
                            Event::Of(reading, Box::new(found))
                        }
                    }
                }
                _ => continue,
            };
            self.screen.event(event);
            self.screen.app.settle();
        }
    }

    fn text(&self, origin: &Origin) -> Result<String, String> {
        let text = self.files.get(&origin.name()).cloned();
        text.ok_or_else(|| format!("no such file: {}", origin.name()))
    }

    fn picture(&self) -> String {
        self.screen.picture()
    }

    fn notice(&self) -> &str {
        self.screen.app.notice.as_deref().unwrap_or_default()
    }

    fn title(&self) -> &str {
        self.screen.app.article.title()
    }
}

fn is_errand(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Glance { .. } | Effect::Complete(_) | Effect::Read { .. }
    )
}

/// The events of an article that has been read.
fn found(document: Document) -> (Event, Event) {
    let outline = Outline::of(&document);
    let findings = Findings::new(annotate(&document, &outline), &outline, true);
    let annotated = Event::Annotated {
        findings: Box::new(findings),
        is_more: false,
    };
    let read = Event::Read {
        document: Arc::new(document),
        outline: Arc::new(outline),
    };
    (read, annotated)
}

const THREE: &[&str] = &["harbour.md", "gone.md", "mole.md"];

#[test]
fn several_articles_are_a_list_to_choose_from() {
    let chooser = Library::new("80x24", THREE);
    insta::assert_snapshot!("chooser_80x24", chooser.picture());
    insta::assert_snapshot!("chooser_30x8", Library::new("30x8", THREE).picture());
    let filtered = chooser.keys("/ type:mole");
    insta::assert_snapshot!("chooser_filtered", filtered.picture());
    let nothing = filtered.keys("type:zzz");
    assert!(nothing.picture().contains("no article fits"));
    assert_eq!(nothing.keys("Enter Enter").notice(), "no article fits");
}

#[test]
fn the_first_article_is_one_enter_away_and_esc_leads_back_to_it() {
    let library = Library::new("80x24", THREE).keys("Enter");
    assert_eq!(library.title(), "The harbour");
    let library = library.keys("A Down");
    assert!(matches!(library.screen.app.mode, Mode::Choose(_)));
    let library = library.keys("Esc");
    assert_eq!(
        (library.title(), &library.screen.app.mode),
        ("The harbour", &Mode::Read)
    );
}

#[test]
fn esc_quits_where_no_article_is_open() {
    let mut library = Library::new("80x24", THREE).keys("/ type:mole Enter Esc");
    assert!(library.screen.effects.is_empty());
    library = library.keys("Esc");
    assert!(matches!(library.screen.effects.last(), Some(Effect::Quit)));
}

#[test]
fn articles_are_chosen_by_the_keys_of_the_list() {
    for (keys, title) in [
        ("G Enter", "The mole"),
        ("j j k k Enter", "The harbour"),
        ("/ type:mole Enter Enter", "The mole"),
        ("/ type:mole Enter Esc Enter", "The mole"),
        ("? j Esc G Enter", "The mole"),
        ("s L f type:le Down Enter Enter", "The mole"),
    ] {
        let library = Library::new("80x24", THREE).keys(keys);
        assert_eq!(library.title(), title, "{keys}");
    }
    let library = Library::new("80x24", THREE).keys("q");
    assert!(matches!(library.screen.effects.last(), Some(Effect::Quit)));
    let library = Library::open("80x24").keys("A q");
    assert_eq!(&library.screen.app.mode, &Mode::Read);
    assert!(
        library
            .screen
            .effects
            .iter()
            .all(|it| !matches!(it, Effect::Quit))
    );
}

#[test]
fn every_article_keeps_its_own_place() {
    let library = Library::new("80x24", THREE).keys("Enter ] ] / type:noon Enter");
    let (place, find) = (library.screen.place(), library.screen.app.find.is_some());
    let library = library.keys(": type:n Enter");
    assert_eq!(library.title(), "The mole");
    assert!(find && library.screen.app.find.is_none());
    let library = library.keys(": type:p Enter");
    assert_eq!(
        (library.title(), library.screen.place()),
        ("The harbour", place)
    );
    assert!(library.screen.app.find.is_some());
}

#[test]
fn what_cannot_be_read_is_told_and_the_article_stays() {
    let library = Library::new("80x24", THREE).keys("Enter ]");
    let place = library.screen.place();
    let library = library.keys(": type:e_gone.md Enter");
    assert_eq!(library.notice(), "no such file: gone.md");
    assert_eq!(
        (library.title(), library.screen.place()),
        ("The harbour", place)
    );
    let library = library.keys(")");
    assert_eq!(library.title(), "The mole");
    let chosen = Library::new("80x24", THREE).keys("Down Enter");
    insta::assert_snapshot!("chooser_failed", chosen.picture());
}

#[test]
fn what_was_named_and_cannot_be_read_is_not_kept() {
    let library = Library::open("80x24").keys(": type:e_none.md Enter");
    assert_eq!(library.notice(), "no such file: none.md");
    assert_eq!(library.screen.app.shelf.volumes().len(), 1);
    assert_eq!(library.keys(")").notice(), "there is no other article");
    let library = Library::open("80x24").keys(": type:e_mole.md Enter : type:e_none.md Enter");
    assert_eq!(
        (library.title(), library.screen.app.shelf.volumes().len()),
        ("The mole", 2)
    );
    assert_eq!(library.keys("(").title(), "The harbour");
    let library = Library::new("80x24", THREE).keys("Enter : type:e_gone.md Enter");
    assert_eq!(library.screen.app.shelf.volumes().len(), 3); // it was named at the start
}

#[test]
fn an_article_that_does_not_come_is_waited_for_no_longer_than_one_likes() {
    let library = Library::new("80x24", THREE).keys("Enter ]");
    let mut screen = library.screen.keys(")"); // nobody serves it
    assert!(screen.picture().contains("opening mole.md …"));
    let reading = screen.effects.iter().find_map(|effect| match effect {
        Effect::Read { reading, .. } => Some(*reading),
        _ => None,
    });
    let reading = reading.unwrap();
    screen = screen.keys("Esc");
    assert_eq!(screen.app.article.title(), "The harbour");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("mole.md was not waited for")
    );
    let (late, _) = found(Document::read(MOLE.to_owned(), Format::Markdown));
    screen.event(Event::Of(reading, Box::new(late)));
    assert_eq!(screen.app.article.title(), "The harbour");
}

#[test]
fn a_command_opens_another_article_and_completes_its_path() {
    let library = Library::open("80x24").keys(": type:e_mo");
    insta::assert_snapshot!("command_paths", library.picture());
    let library = library.keys("Tab Enter");
    assert_eq!(library.title(), "The mole");
    let library = library.keys("(");
    assert_eq!(library.title(), "The harbour");
    assert_eq!(library.keys("(").notice(), "this is the first article");
}

#[test]
fn commands_are_suggested_while_they_are_typed() {
    insta::assert_snapshot!(
        "command",
        Library::open("80x24").keys(": type:pag Down").picture()
    );
    insta::assert_snapshot!("command_50x20", Library::open("50x20").keys(":").picture());
    let library = Library::open("80x24").keys(": type:pag Down Enter");
    assert_eq!(library.screen.app.mode, Mode::Read);
    let library = library.keys(": type:9 Enter");
    assert_eq!(library.screen.app.view.section.index(), 1);
    let library = library.keys(": type:0% Enter");
    assert_eq!(library.screen.app.view.section.index(), 0);
    let library = library.keys(": type:xyzzy Enter");
    assert_eq!(library.notice(), "there is no command xyzzy");
    let library = library.keys(": type:theme_purple Enter");
    assert_eq!(library.notice(), "there is no theme purple");
    let library = library.keys(": type:quit Enter");
    assert!(matches!(library.screen.effects.last(), Some(Effect::Quit)));
}

#[test]
fn late_news_of_an_older_reading_are_dropped() {
    let mut library = Library::open("80x24");
    library
        .screen
        .event(Event::Key(sidenote::app::event::Key::char('r')));
    let Some(Effect::Read { reading, .. }) = library.screen.effects.first().cloned() else {
        panic!("{:?}", library.screen.effects);
    };
    library = library.write(MOLE);
    library.serve();
    assert_eq!(library.title(), "The mole");
    let (document, _) = found(Document::read(HARBOUR.to_owned(), Format::Markdown));
    let current = Event::Of(reading, Box::new(Event::Notice("current".to_owned())));
    library.screen.event(current);
    assert_eq!(library.notice(), "current");
    let library = library.keys("r");
    let mut library = library.write("# Third\n\nText.\n").keys("r");
    library.screen.event(Event::Of(reading, Box::new(document)));
    assert_eq!(library.title(), "Third");
}

/// The harbour with a paragraph changed, one gone, one added, and a quote with other words.
fn edited() -> String {
    HARBOUR
        .replace("repair it before winter", "repair it before next winter")
        .replace("Nobody knows the price.\n\n", "")
        .replace("It sails at dawn.", "It sails at dusk.")
        + "\nThe company said that it was ready.\n"
}

#[test]
fn what_has_changed_is_marked_counted_and_listed() {
    let library = Library::open("120x40")
        .keys("] w")
        .write(&edited())
        .keys("r");
    assert_eq!(
        library.notice(),
        "2 paragraphs changed, 1 gone, 1 added · 1 quote changed · 1 guarantee changed"
    );
    insta::assert_snapshot!("changes", library.picture());
    let library = library.keys("Tab 6 j j");
    insta::assert_snapshot!("changes_listed", library.picture());
    insta::assert_snapshot!("changes_roles", library.screen.roles());
    let small = Library::open("50x20").keys("]").write(&edited()).keys("r");
    insta::assert_snapshot!("changes_50x20", small.picture());
    insta::assert_snapshot!("changes_listed_50x20", small.keys("Tab 6").picture());
}

#[test]
fn what_is_gone_can_be_read() {
    let library = Library::open("80x24")
        .keys("]")
        .write(&edited())
        .keys("r Tab 6");
    let library = library.keys("k k k k k j j j");
    let changes = &library.screen.app.article.changes;
    let gone = changes
        .iter()
        .position(|it| it.before == "Nobody knows the price.");
    let library = library.keys("g");
    let keys = ["j"].repeat(gone.unwrap()).join(" ");
    let library = library.keys(&keys).keys("Enter");
    insta::assert_snapshot!("changes_as_it_was", library.picture());
    assert_eq!(library.keys("Esc").screen.app.mode, Mode::Read);
}

#[test]
fn the_place_is_kept_by_content() {
    let library = Library::open("80x24").keys("] ] / type:noon Enter Esc }");
    let top = |library: &Library| {
        let (_, row) = &library.screen.app.page.rows[0];
        let text = row.pieces.iter().map(|piece| piece.span);
        let text = text.map(|span| library.screen.app.article.document.slice(span).to_owned());
        text.collect::<String>()
    };
    let before = top(&library);
    let longer = HARBOUR.replace(
        "## Who pays",
        "A new beginning.\n\n## Why now?\n\nBecause.\n\n## Who pays",
    );
    let library = library.write(&longer).keys("r");
    assert_eq!(top(&library), before);
    let section = library.screen.app.view.section.index();
    assert_eq!(section, 3);
    let library = library.keys("Ctrl-o");
    assert!(library.screen.app.view.section.index() >= 1);
}

#[test]
fn the_changes_are_stepped_through_and_forgotten() {
    let library = Library::open("80x24").write(&edited()).keys("r t t t t");
    assert_eq!(library.screen.app.list.kind, Kind::Changes);
    let count = library.screen.app.article.changes.len();
    let library = library.keys(&["."].repeat(count).join(" "));
    assert_eq!(library.notice(), "");
    let library = library.keys(".");
    assert_eq!(library.notice(), "this is the last change");
    let library = library.keys("Esc Esc");
    assert!(library.screen.app.article.changes.is_empty());
    assert_eq!(library.screen.app.list.kind, Kind::All);
    assert_eq!(
        library.keys("Tab 6").notice(),
        "nothing has changed since the article was opened"
    );
}

#[test]
fn what_is_the_same_is_told_so_and_what_is_gone_stays() {
    let library = Library::open("80x24").keys("] r");
    assert_eq!(library.notice(), "nothing has changed");
    let mut library = library;
    library.files.clear();
    let library = library.keys("r");
    assert_eq!(
        library.notice(),
        "cannot be read anew: no such file: harbour.md"
    );
    assert_eq!(library.title(), "The harbour");
}

#[test]
fn a_file_that_changes_is_followed() {
    let mut library = Library::new("80x24", THREE)
        .keys("Enter ] )")
        .write(&edited());
    library.screen.event(Event::Outdated(0));
    library.serve();
    assert_eq!((library.title(), library.notice()), ("The mole", ""));
    library = library.keys("(");
    assert!(library.notice().starts_with("2 paragraphs changed"));
    library.screen.event(Event::Gone(0));
    assert_eq!(
        library.notice(),
        "harbour.md is gone; it is read anew when it comes back"
    );
    library.screen.event(Event::Outdated(0));
    library.serve();
    assert!(
        !library.screen.app.article.changes.is_empty(),
        "what changed before stays marked"
    );
}
