//! Pictures: where they stand, that they move nothing under the eyes, and what the terminal is sent of them.

use std::io::Write;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use portable_pty::CommandBuilder;
use rustix::fs::{CWD, Mode, mkfifoat};
use rustix::process::Signal;
use sidenote::app::event::Event;
use sidenote::app::pictures::order::{Made, Order, Product};
use sidenote::app::pictures::{NAMES, Sight};
use sidenote::config::theme::Depth;
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::input::Origin;
use sidenote::input::fetch::Web;
use sidenote::input::picture::{PictureError, PictureOrigin};
use sidenote::picture::Way;
use sidenote::picture::decode::Decoded;
use sidenote::picture::plate::Plate;
use sidenote::picture::size::Cell;

use crate::fetch::{Answer, page, serve};
use crate::fixture;
use crate::screen::Screen;
use crate::terminal::{LEAVE, Terminal, script};

/// An article with a chart between paragraphs.
fn article(address: &str) -> String {
    let before = "The harbour board met on Monday to talk about boats.\n\n".repeat(3);
    let behind = "Nobody left before the end of the meeting.\n\n".repeat(12);
    format!("# Boats\n\n{before}![Boats a year]({address} \"A title\")\n\n{behind}")
}

fn chart() -> String {
    article(&fixture("chart.png").display().to_string())
}

/// A reader whose terminal shows pictures in a way.
fn screen(text: &str, way: Way, size: &str) -> Screen {
    let mut screen = Screen::new(size);
    screen.app.sight = Sight {
        way,
        cell: Cell::default(),
        ..Sight::default()
    };
    screen.take(text, Format::Markdown, "a.md");
    screen
}

fn blocks(text: &str, size: &str) -> Screen {
    screen(text, Way::Blocks(Depth::Rgb), size)
}

fn make(order: Order) -> Made {
    let make = |order: &Order| {
        let bytes = order.origin.read(&Web::default(), &|| true);
        let bytes = bytes.map_err(|error| error.to_string())?;
        let picture = Decoded::read(&bytes).map_err(|error| error.to_string())?;
        Ok(match order.mould {
            None => Product::Size(picture.size),
            Some(mould) => Product::Plate(Plate::of(&picture, mould).unwrap()),
        })
    };
    Made {
        result: make(&order),
        order,
    }
}

/// Has made whatever is wanted, until nothing is.
fn made(mut screen: Screen) -> Screen {
    screen.app.settle();
    while let Some(orders) = screen.app.orders() {
        for order in orders {
            screen.event(Event::Made(Box::new(make(order))));
        }
        screen.app.settle();
    }
    screen
}

#[test]
fn a_picture_stands_above_its_words() {
    let screen = made(blocks(&chart(), "80x24"));
    insta::assert_snapshot!("blocks_80x24", screen.picture());
    let screen = made(screen.keys("40x14"));
    insta::assert_snapshot!("blocks_40x14", screen.picture());
    let screen = made(screen.keys("20x6"));
    insta::assert_snapshot!("blocks_20x6", screen.picture());
}

#[test]
fn a_picture_is_scrolled_row_by_row() {
    let mut screen = made(blocks(&chart(), "60x12"));
    let mut places = vec![screen.app.view.top];
    for _ in 0..16 {
        screen = made(screen.keys("j"));
        places.push(screen.app.view.top);
    }
    insta::assert_snapshot!("blocks_scrolled", screen.picture());
    places.dedup();
    assert_eq!(places.len(), 17);
    for place in places.iter().rev().skip(1) {
        screen = made(screen.keys("k"));
        assert_eq!(screen.app.view.top, *place);
    }
}

#[test]
fn what_is_read_stays_where_it_is_when_a_picture_comes() {
    for keys in ["j", "j j j j j j j", "G"] {
        let screen = blocks(&chart(), "60x12").keys(keys);
        let first = |screen: &Screen| screen.app.page.rows.first().cloned();
        let (top, row) = (screen.app.view.top, first(&screen));
        let screen = made(screen);
        assert_eq!(screen.app.view.top, top, "{keys}");
        assert_eq!(first(&screen), row, "{keys}");
        let screen = made(screen.keys("90x30 60x12"));
        assert_eq!(screen.app.view.top, top, "{keys}");
    }
}

#[test]
fn what_was_jumped_to_stays_in_view_when_a_picture_comes() {
    let screen = blocks(&chart(), "60x16").keys("/ type:nobody Enter");
    let is_seen = |screen: &Screen| screen.picture().contains("Nobody left");
    assert!(is_seen(&screen));
    assert!(is_seen(&made(screen)));
}

#[test]
fn nothing_is_looked_for_where_pictures_are_words() {
    let mut screen = screen(&chart(), Way::Words, "80x24");
    assert_eq!(screen.app.orders(), None);
    assert!(screen.picture().contains("[image: Boats a year]"));
    let screen = screen.keys("I");
    assert!(screen.picture().contains("the setting `pictures`"));
}

#[test]
fn pictures_in_prose_and_side_by_side_are_words() {
    let chart = fixture("chart.png").display().to_string();
    for text in [
        format!("Words ![a]({chart})"),
        format!("![a]({chart}) ![b]({chart})"),
        format!("# ![a]({chart})"),
        format!("| ![a]({chart}) |\n|-|\n| b |"),
        "![a]()".to_owned(),
    ] {
        let mut screen = blocks(&text, "80x24");
        assert_eq!(screen.app.orders(), None, "{text}");
    }
    for text in [
        format!("[![a]({chart})](https://a.example)"),
        format!("- ![a]({chart})"),
        format!("> ![a]({chart})"),
        format!("![*a*\n`b`]({chart})"),
        format!("![]({chart})"),
    ] {
        let screen = made(blocks(&format!("# T\n\nBefore.\n\n{text}"), "80x24"));
        assert!(screen.picture().contains('▀'), "{text}");
    }
}

#[test]
fn what_cannot_be_shown_is_words_and_facts_say_why() {
    let screen = made(blocks(&article("gone.png"), "80x24"));
    assert!(!screen.picture().contains('▀'));
    assert!(screen.picture().contains("[image: Boats a year]"));
    let screen = screen.keys("i");
    let facts = screen.picture();
    assert!(
        facts.contains("1 of those looked for cannot be shown"),
        "{facts}"
    );
    assert!(facts.contains("gone.png: no such file"), "{facts}");
    let screen = screen.keys("q I");
    assert!(screen.picture().contains("gone.png: no such file"));
}

#[test]
fn the_web_is_asked_for_pictures_when_the_reader_says_so() {
    let mut screen = blocks(&article("https://a.example/chart.png"), "80x24");
    assert_eq!(screen.app.orders(), None);
    insta::assert_snapshot!("not_fetched", screen.picture());
    screen = screen.keys("I");
    let orders = screen.app.orders().unwrap();
    assert_eq!(orders[0].origin.host().as_deref(), Some("a.example"));
    assert!(
        screen
            .picture()
            .contains("fetching a picture from a.example")
    );
    screen = screen.keys("I");
    assert_eq!(screen.app.orders().map(|it| it.len()), Some(0));
    assert!(
        screen
            .picture()
            .contains("I fetches a picture from a.example")
    );
    // What comes all the same is taken.
    let size = sidenote::picture::size::Pixels {
        width: 200,
        height: 96,
    };
    screen.event(Event::Made(Box::new(Made {
        order: orders[0].clone(),
        result: Ok(Product::Size(size)),
    })));
    screen.app.settle();
    assert!(!screen.picture().contains("fetches"));
}

#[test]
fn who_fetches_is_told_to_stop_whatever_else_is_wanted() {
    let text = format!("{}\n![b](https://a.example/b.png)\n", chart());
    let mut screen = blocks(&text, "80x60").keys("I");
    assert_eq!(screen.app.orders().map(|it| it.len()), Some(2));
    let mut screen = screen.keys("I");
    let orders = screen.app.orders().unwrap();
    assert!(orders.len() == 1 && orders[0].origin.host().is_none());
    assert_eq!(screen.app.orders(), None);
}

#[test]
fn few_plates_are_kept_of_a_picture() {
    let mut screen = made(blocks(&chart(), "80x24"));
    for width in 4..12 {
        screen.app.sight.cell.width = width;
        screen = made(screen);
        assert!(screen.picture().contains('▀'));
    }
    let kept = (0..NAMES).filter(|name| screen.app.plate(*name).is_some());
    assert_eq!(kept.count(), 2);
}

#[test]
fn pictures_follow_the_looks() {
    let mut terminal = Terminal::open(&["--theme", "plain", "pictures.md"]);
    terminal.wait_for("[image: Boats a year]");
    terminal.type_keys(":theme dark\r");
    terminal.wait_for("▀");
    terminal.type_keys(":theme plain\r");
    terminal.wait_until("no picture", |it| {
        !it.screen.screen().contents().contains('▀')
    });
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn only_pictures_near_the_screen_are_wanted() {
    let text = "![a](a.png)\n\n".repeat(5000);
    let mut screen = blocks(&text, "80x24");
    assert!(screen.app.orders().unwrap().len() < 50);
    screen = screen.keys("G");
    let orders = screen.app.orders().unwrap();
    assert!(orders.len() < 50 && orders.iter().all(|it| it.at > 50_000));
    screen = made(screen);
    assert_eq!(screen.app.orders(), None);
}

#[test]
fn what_was_made_for_another_article_is_not_taken() {
    let mut screen = blocks(&chart(), "80x24");
    let order = screen.app.orders().unwrap().remove(0);
    let other = Order {
        origin: Arc::new((*order.origin).clone()),
        ..order
    };
    screen.event(Event::Made(Box::new(make(other))));
    screen.app.settle();
    assert_eq!(screen.app.orders(), None);
}

#[track_caller]
fn check_read(origin: &PictureOrigin, expected: Result<&[u8], &str>) {
    let read = origin.read(&Web::default(), &|| true);
    let read = read.map_err(|error| error.to_string());
    let expected = expected.map(<[u8]>::to_vec);
    assert_eq!(read, expected.map_err(ToOwned::to_owned), "{origin:?}");
}

#[test]
fn an_address_holds_a_picture() {
    let data = |address: &str| PictureOrigin::Data(address.into());
    check_read(&data("data:image/png;base64,Ynl0\n ZXM"), Ok(b"bytes"));
    check_read(&data("data:image/png;base64,Ynl0ZXM="), Ok(b"bytes"));
    let wrong = Err("its address cannot be read");
    check_read(&data("data:image/png;base64,Ynl0*"), wrong);
    check_read(&data("data:image/svg+xml,<svg/>"), wrong);
    check_read(&data("data:"), wrong);
}

#[test]
fn only_files_are_read() {
    let file = |path: &str| PictureOrigin::File(path.into());
    check_read(&file("/no/such"), Err("no such file"));
    check_read(&file("/"), Err("it is no file"));
    check_read(&file("/dev/zero"), Err("it is no file"));
    let folder = std::env::temp_dir().join(format!("sidenote-pictures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name);
    mkfifoat(CWD, path("fifo"), Mode::RUSR).unwrap();
    std::os::unix::fs::symlink(path("loop"), path("loop")).unwrap();
    std::fs::write(path("file"), "bytes").unwrap();
    let is_file = |name: &str| Origin::of(path(name).as_os_str()).path().is_some();
    assert!(is_file("file") && !is_file("fifo"));
    let long = std::fs::File::create(path("long")).unwrap();
    long.set_len((32 << 20) + 1).unwrap();
    check_read(&PictureOrigin::File(path("fifo")), Err("it is no file"));
    let looped = PictureOrigin::File(path("loop")).read(&Web::default(), &|| true);
    assert!(
        matches!(looped, Err(PictureError::Unreadable(_))),
        "{looped:?}"
    );
    check_read(&PictureOrigin::File(path("file")), Ok(b"bytes"));
    check_read(
        &PictureOrigin::File(path("long")),
        Err("it is longer than 32 MiB"),
    );
    let member = PictureOrigin::Member {
        book: path("file"),
        name: "x".to_owned(),
    };
    check_read(&member, Err("no such file"));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Reads the article with a chart in a way, until the terminal has been sent `sign`; has it drawn once more, and leaves. What was sent.
fn sent(way: &str, sign: &str, times: usize) -> String {
    let mut terminal = Terminal::open(&["--pictures", way, "pictures.md"]);
    terminal.wait_for("[image: Boats a year]");
    terminal.wait_until(sign, |it| it.log().matches(sign).count() >= times);
    terminal.type_keys("\u{c}");
    terminal.wait_until(sign, |it| it.log().matches(sign).count() >= 2 * times);
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
    terminal.log()
}

/// What stands between each `start` and the `end` behind it.
fn between<'a>(log: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let rest = log.split(start).skip(1);
    rest.map(|it| it.split_once(end).expect("sequences end").0)
        .collect()
}

/// The columns and rows of a PNG.
fn png_size(letters: &str) -> (u32, u32) {
    let png = STANDARD.decode(letters).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn kitty_is_sent_a_picture_once_and_takes_it_back() {
    let log = sent("kitty", "\u{1b}_Ga=T", 1);
    assert!(
        log.contains("\u{1b}\\\u{1b}_Ga=d"),
        "a string may have been broken off"
    );
    let commands = between(&log, "\u{1b}_G", "\u{1b}\\");
    let (head, letters) = commands[0].split_once(';').unwrap();
    assert!(head.starts_with("a=T,U=1,f=100,t=d,q=2,i=") && head.ends_with(",c=25,r=6,m=0"));
    assert_eq!(png_size(letters), (200, 96));
    let name = head.split("i=").nth(1).unwrap().split(',').next().unwrap();
    let delete = format!("a=d,d=I,q=2,i={name}");
    assert_eq!(commands.last(), Some(&delete.as_str()));
    assert!(log.ends_with(LEAVE));
    let [_, red, green, blue] = name.parse::<u32>().unwrap().to_be_bytes();
    let ink = format!("38;2;{red};{green};{blue}");
    assert!(log.contains(&ink), "{ink}");
    for mark in ["\u{10EEEE}\u{305}\u{305}", "\u{10EEEE}\u{310}\u{30d}"] {
        assert!(log.contains(mark));
    }
}

/// The pictures that were sent to kitty and not taken back since.
fn kept(log: &str) -> Vec<&str> {
    let mut kept = Vec::new();
    for command in between(log, "\u{1b}_G", "\u{1b}\\") {
        let head = command.split(';').next().unwrap();
        let name = head.split(',').find_map(|it| it.strip_prefix("i="));
        match name {
            Some(name) if head.starts_with("a=T") => kept.push(name),
            Some(name) if head.starts_with("a=d") => kept.retain(|it| *it != name),
            _ => {}
        }
    }
    kept
}

/// Waits until kitty has a picture, and has had so many.
fn wait_for_kitty(terminal: &mut Terminal, times: usize) {
    terminal.wait_until("a picture", |it| {
        let log = it.log();
        log.ends_with("\u{1b}[?2026l")
            && log.matches("\u{1b}_Ga=T").count() == times
            && kept(&log).len() == 1
    });
}

#[test]
fn whatever_ends_the_reader_takes_its_pictures_back() {
    let check = |(variable, place): (&str, &str), end: &dyn Fn(&mut Terminal)| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
        command.args(["--pictures", "kitty", "pictures.md"]);
        command.env(variable, place);
        let mut terminal = Terminal::run(command);
        wait_for_kitty(&mut terminal, 1);
        end(&mut terminal);
        terminal.end();
        terminal.assert_given_back();
        let log = terminal.log();
        let (screen, _) = log.rsplit_once(LEAVE).unwrap();
        assert_eq!(kept(screen), [""; 0], "{variable} {place}");
    };
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        check(("SIDENOTE_PANIC", ""), &|it| it.signal(signal));
    }
    for key in ["q", "\u{3}"] {
        check(("SIDENOTE_PANIC", ""), &|it| it.type_keys(key));
    }
    if cfg!(debug_assertions) {
        for panic in [("SIDENOTE_PANIC_KEY", "X"), ("SIDENOTE_PANIC", "input X")] {
            check(panic, &|it| it.type_keys("X"));
        }
    }
}

#[test]
fn a_suspended_reader_takes_its_pictures_back_until_it_goes_on() {
    let mut terminal = Terminal::run(script(
        "set -m; sidenote --pictures kitty pictures.md; echo stopped; read line; fg >/dev/null; echo done",
    ));
    wait_for_kitty(&mut terminal, 1);
    terminal.type_keys("\u{1a}");
    terminal.wait_until("the shell", |it| it.log().contains("stopped"));
    assert_eq!(kept(&terminal.log()), [""; 0]);
    terminal.type_keys("\r");
    wait_for_kitty(&mut terminal, 2);
    terminal.type_keys("q");
    terminal.wait_until("the end", |it| it.log().contains("done"));
    terminal.end();
    terminal.assert_given_back();
    assert_eq!(kept(&terminal.log()), [""; 0]);
}

#[test]
fn iterm_is_sent_a_picture_row_by_row() {
    let log = sent("iterm2", "\u{1b}]1337;File=", 6);
    let strips = between(&log, "\u{1b}]1337;File=", "\u{7}");
    assert_eq!(strips.len(), 12);
    for strip in strips {
        let (head, letters) = strip.split_once(':').unwrap();
        assert!(head.starts_with("inline=1;size=") && head.contains(";width=25;height=1;"));
        assert_eq!(png_size(letters), (200, 16));
    }
    assert!(
        log.contains("\u{1b}\\\u{1b}[?2026l"),
        "a string may have been broken off"
    );
    assert!(!log.contains('\u{10EEEE}'));
}

#[test]
fn sixels_are_sent_row_by_row() {
    let log = sent("sixel", "\u{1b}P0;1;0q", 6);
    let strips = between(&log, "\u{1b}P0;1;0q", "\u{1b}\\");
    assert_eq!(strips.len(), 12);
    let is_known = |c: char| matches!(c, '?'..='~' | '0'..='9' | '#' | ';' | '!' | '$' | '-' | '"');
    for strip in strips {
        assert!(strip.starts_with("\"1;1;200;16") && strip.chars().all(is_known));
    }
    assert!(!log.contains('\u{10EEEE}'));
}

#[test]
fn blocks_and_words_need_no_protocol() {
    for way in ["blocks", "words", "auto"] {
        let mut terminal = Terminal::open(&["--pictures", way, "pictures.md"]);
        terminal.wait_for("[image: Boats a year]");
        if way != "words" {
            terminal.wait_for("▀");
        }
        terminal.type_keys("G");
        terminal.wait_for("100 %");
        terminal.type_keys("q");
        assert!(terminal.end().success());
        terminal.assert_given_back();
        let log = terminal.log();
        for sign in ["\u{1b}_", "\u{1b}P", "1337", "\u{10EEEE}"] {
            assert!(!log.contains(sign), "{way}");
        }
        assert_eq!(log.contains('▀'), way != "words");
    }
}

#[test]
fn a_document_cannot_name_a_picture() {
    let text = "a \u{10EEEE}\u{305}\u{305} b &#x10EEEE; c";
    let screen = screen(text, Way::Kitty, "80x24");
    let picture = screen.picture();
    assert!(
        picture.contains("b � c") && !picture.contains('\u{10EEEE}'),
        "{picture}"
    );
}

#[test]
fn pictures_of_a_page_are_fetched_when_asked_for() {
    let answer: Answer = |request, stream| {
        if request.starts_with("GET /article ") {
            let text = "# Boats\n\nThe board met.\n\n![Boats](/chart.png)\n";
            page(stream, "Content-Type: text/markdown", text.as_bytes())
        } else {
            let chart = std::fs::read(fixture("chart.png"))?;
            page(stream, "Content-Type: image/png", &chart)
        }
    };
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg(format!("http://127.0.0.1:{}/article", serve(answer)));
    command.env("no_proxy", "*");
    let mut terminal = Terminal::run(command);
    terminal.wait_for("I fetches a picture from 127.0.0.1");
    assert!(!terminal.screen.screen().contents().contains('▀'));
    terminal.type_keys("I");
    terminal.wait_for("▀");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn a_picture_that_does_not_come_holds_up_nothing() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
    let answer: Answer = |request, stream| {
        let port = request.split(['/', ' ']).nth(2).unwrap();
        let text = format!("Words.\n\n![a](http://127.0.0.1:{port}/a.png)\n\nMore.\n");
        page(stream, "Content-Type: text/markdown", text.as_bytes())
    };
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg(format!("http://127.0.0.1:{}/{port}", serve(answer)));
    command.env("no_proxy", "*");
    let mut terminal = Terminal::run(command);
    terminal.wait_for("I fetches a picture");
    terminal.type_keys("I");
    terminal.wait_for("fetching a picture from 127.0.0.1");
    terminal.type_keys("I");
    terminal.wait_for("no more pictures are fetched");
    terminal.type_keys("I");
    terminal.wait_for("fetching a picture from 127.0.0.1");
    terminal.type_keys("q");
    let start = std::time::Instant::now();
    assert!(terminal.end().success());
    assert!(start.elapsed() < std::time::Duration::from_secs(5));
    terminal.assert_given_back();
}

#[test]
fn pictures_have_the_addresses_that_their_formats_give_them() {
    for (format, text, expected) in [
        (Format::Markdown, "![a](<b c.png> \"d\")", "b c.png"),
        (Format::Markdown, "![a][b]\n\n[b]: c.png", "c.png"),
        (
            Format::Html,
            "<p>Words.<p><img alt=a src=' b.png '>",
            "b.png",
        ),
        (
            Format::Html,
            "<p>Words.<p><img alt=a src=x data-src=b.png>",
            "b.png",
        ),
        (
            Format::Epub,
            "<?book?>\n<?chapter /OPS/text/one.xhtml?>\n<p>Words.</p><p><img alt='a' src='../img/b%20c.png'/></p>\n",
            "/OPS/img/b c.png",
        ),
    ] {
        let document = Document::read(text.to_owned(), format);
        let addresses: Vec<_> = document.pictures().map(|it| &*it.address).collect();
        assert_eq!(addresses, [expected], "{text}");
        let alone = document.ids().filter_map(|id| document.picture(id));
        assert_eq!(alone.count(), 1, "{text}");
    }
}

#[test]
fn a_picture_is_taken_out_of_its_book() {
    let book = std::env::temp_dir().join(format!("sidenote-{}.epub", std::process::id()));
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&book).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("OPS/b c.png", options).unwrap();
    archive.write_all(b"pixels").unwrap();
    archive.finish().unwrap();
    let member = |name: &str| PictureOrigin::Member {
        book: book.clone(),
        name: name.to_owned(),
    };
    check_read(&member("OPS/b c.png"), Ok(b"pixels"));
    check_read(&member("../OPS/b c.png"), Err("no such file"));
    std::fs::remove_file(&book).unwrap();
}
