//! The program in a real terminal: what it shows, and whether it gives the terminal back.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, native_pty_system};
use rustix::fd::OwnedFd;
use rustix::fs::OFlags;
use rustix::termios::{Action, LocalModes};

use crate::fixture;
use crate::terminal::{ANSWER, DEADLINE, LEAVE, QUESTION, Terminal, cells, script, size};

#[test]
fn it_starts_reads_and_quits() {
    let mut terminal = Terminal::open(&["harbour.txt"]);
    terminal.wait_for("Two towns that share one harbour");
    terminal.type_keys("]");
    terminal.wait_for("The contract provides for:");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn a_search_is_typed_and_found() {
    let mut terminal = Terminal::open(&["harbour.txt"]);
    terminal.wait_for("Two towns");
    terminal.type_keys("/lighthouse\r");
    terminal.wait_for("Also Read: Why the Old Lighthouse");
    terminal.wait_for("/lighthouse 1/1");
    terminal.type_keys("\u{f}");
    terminal.wait_for("Two towns");
    terminal.type_keys("q");
    assert!(terminal.end().success());
}

#[test]
fn standard_input_is_the_article_and_keys_come_from_the_terminal() {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args([
        "-c",
        &format!("cat harbour.txt | '{}' -", env!("CARGO_BIN_EXE_sidenote")),
    ]);
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Two towns");
    terminal.type_keys("G");
    terminal.wait_for("100 %");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn a_slow_pipe_can_be_waited_for_and_left() {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args([
        "-c",
        &format!(
            "sleep 60 | '{}' -; echo left",
            env!("CARGO_BIN_EXE_sidenote")
        ),
    ]);
    let mut terminal = Terminal::run(command);
    terminal.wait_for("opening standard input");
    terminal.type_keys("q");
    terminal.wait_until("the way out", |terminal| terminal.log().contains(LEAVE));
    terminal.child.kill().unwrap();
}

#[test]
fn a_page_that_does_not_come_can_be_left_at_once() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", silent.local_addr().unwrap());
    for key in ["q", "\u{1b}", "\u{3}"] {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
        command.arg(&address);
        command.env("no_proxy", "*");
        let mut terminal = Terminal::run(command);
        terminal.wait_for("fetching 127.0.0.1 …");
        terminal.type_keys(key);
        let start = Instant::now();
        terminal.end();
        assert!(start.elapsed() < Duration::from_secs(5), "{key:?}");
        terminal.assert_given_back();
    }
}

#[test]
fn a_resize_keeps_the_place() {
    let mut terminal = Terminal::open(&["harbour.txt"]);
    terminal.wait_for("Two towns");
    terminal.type_keys("]]");
    terminal.wait_for("Mayor Ines Calloway");
    for (rows, cols) in [(10, 40), (1, 1), (5, 20), (30, 100)] {
        terminal
            .master
            .as_ref()
            .unwrap()
            .resize(size(rows, cols))
            .unwrap();
        terminal
            .screen
            .screen_mut()
            .set_size(cells(rows), cells(cols));
    }
    terminal.wait_for("Mayor Ines Calloway");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn signals_give_the_terminal_back_and_then_do_what_they_do() {
    use rustix::process::Signal;
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut terminal = Terminal::open(&["harbour.txt"]);
        terminal.wait_for("Two towns");
        terminal.signal(signal);
        assert!(!terminal.end().success());
        terminal.assert_given_back();
    }
}

#[test]
fn ctrl_c_ends_it_as_an_interrupt() {
    let mut terminal = Terminal::open(&["harbour.txt"]);
    terminal.wait_for("Two towns");
    terminal.type_keys("\u{3}");
    assert!(!terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn it_is_suspended_and_comes_back_where_it_was() {
    let mut command = CommandBuilder::new("/bin/sh");
    let script = format!(
        "set -m; '{}' harbour.txt; echo stopped; fg >/dev/null; echo done",
        env!("CARGO_BIN_EXE_sidenote")
    );
    command.args(["-c", &script]);
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Two towns");
    terminal.type_keys("]]");
    terminal.wait_for("Mayor Ines Calloway");
    terminal.type_keys("\u{1a}");
    terminal.wait_until("the shell", |terminal| terminal.log().contains("stopped"));
    terminal.wait_for("Mayor Ines Calloway");
    terminal.type_keys("q");
    terminal.wait_for("done");
    terminal.end();
    terminal.assert_given_back();
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let mut terminal = Terminal::open(&["harbour.txt"]);
    terminal.wait_for("Two towns");
    // The thread that reads holds the terminal too; it lets go when nobody takes what it reads.
    terminal.output = mpsc::channel().1;
    terminal.type_keys("]");
    terminal.master = None;
    terminal.keys = Box::new(std::io::sink());
    let start = Instant::now();
    while terminal.child.try_wait().unwrap().is_none() {
        assert!(
            start.elapsed() < DEADLINE,
            "the program outlives its terminal"
        );
        let _ = terminal.output.recv_timeout(Duration::from_millis(20));
    }
}

/// Runs the program so that it panics where a variable says.
#[cfg(debug_assertions)]
fn panicking(variable: &str, place: &str) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg("harbour.txt");
    command.env(variable, place);
    Terminal::run(command)
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_of_any_thread_gives_the_terminal_back_before_it_says_anything() {
    for (variable, place) in [("SIDENOTE_PANIC_KEY", "X"), ("SIDENOTE_PANIC", "input X")] {
        let mut terminal = panicking(variable, place);
        terminal.wait_for("Two towns");
        terminal.type_keys("X");
        assert_eq!(terminal.end().exit_code(), 101, "{place}");
        terminal.assert_given_back();
        let log = terminal.log();
        assert!(
            log.rfind(&format!(
                "an error inside the program: asked for by {variable}"
            )) > log.rfind(LEAVE),
            "{log:?}"
        );
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_of_the_worker_costs_what_it_would_have_found() {
    let mut terminal = panicking("SIDENOTE_PANIC", "annotate");
    terminal.wait_for("quotes may be missing");
    terminal.type_keys("]");
    terminal.wait_for("The contract provides for:");
    terminal.type_keys("q");
    assert!(terminal.end().success());

    let mut terminal = panicking("SIDENOTE_PANIC", "read");
    assert_eq!(terminal.end().exit_code(), 1);
    assert!(terminal.log().contains("the article cannot be read"));
}

/// The modes of a terminal as a program on it sees them.
fn modes(slave: &OwnedFd) -> LocalModes {
    rustix::termios::tcgetattr(slave).unwrap().local_modes
}

#[test]
fn a_signal_restores_a_terminal_that_never_took_what_was_written() {
    let pair = native_pty_system().openpty(size(24, 80)).unwrap();
    let name = pair.master.tty_name().unwrap();
    let flags = OFlags::RDWR | OFlags::NOCTTY;
    let slave = rustix::fs::open(name, flags, rustix::fs::Mode::empty()).unwrap();
    rustix::termios::tcflow(&slave, Action::OOff).unwrap();
    let before = modes(&slave);
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg("harbour.txt");
    command.env("TERM", "xterm-256color");
    let mut terminal = Terminal::run_on(pair, command);
    terminal.wait_until("raw mode", |_| modes(&slave) != before);
    terminal.signal(rustix::process::Signal::TERM);
    assert!(!terminal.end().success());
    assert_eq!(modes(&slave), before);
}

#[test]
fn a_suspended_reader_can_be_ended() {
    // It is continued first, and given time to do the wrong thing: to ask for a terminal that is not its own, and be stopped.
    let script = format!(
        "set -m; '{}' harbour.txt; bg %1; sleep 0.3; kill -TERM %1; wait %1; echo ended $?",
        env!("CARGO_BIN_EXE_sidenote")
    );
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", &script]);
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Two towns");
    terminal.type_keys("\u{1a}");
    terminal.wait_for("ended 143");
    terminal.end();
    terminal.assert_given_back();
}

#[test]
fn a_watched_file_is_read_anew_when_another_takes_its_place() {
    let folder = std::env::temp_dir().join(format!("sidenote-pty-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (path, draft) = (folder.join("article.txt"), folder.join("draft.txt"));
    let text = std::fs::read_to_string(fixture("harbour.txt")).unwrap();
    std::fs::write(&path, &text).unwrap();
    let mut terminal = Terminal::open(&["--watch", path.to_str().unwrap()]);
    terminal.wait_for("Two towns");
    std::fs::write(&draft, format!("{text}\nThe very last word is zeppelin.\n")).unwrap();
    std::fs::rename(&draft, &path).unwrap();
    terminal.wait_for("1 paragraph added");
    std::fs::remove_file(&path).unwrap();
    terminal.wait_for("article.txt is gone");
    std::fs::write(&path, text).unwrap();
    terminal.wait_for("1 paragraph gone");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn several_articles_are_chosen_from() {
    let mut terminal = Terminal::open(&["harbour.txt", "everything.md", "nothing.txt"]);
    terminal.wait_for("no such file: nothing.txt");
    terminal.type_keys("\r");
    terminal.wait_for("Two towns");
    terminal.type_keys(":n\r");
    terminal.wait_for("article 2/3");
    terminal.type_keys(":e every\t");
    terminal.wait_for(":e everything.md");
    terminal.type_keys("\u{3}q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn a_dumb_terminal_gets_plain_text() {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg("harbour.txt");
    command.env("TERM", "dumb");
    let mut terminal = Terminal::run_as_it_is(command);
    assert!(terminal.end().success());
    assert!(terminal.log().contains("§1  What did the towns agree on?"));
    assert!(!terminal.log().contains('\u{1b}'));
}

#[test]
fn the_reading_text_is_safe_on_a_terminal() {
    let mut command = CommandBuilder::new("/bin/sh");
    let script = format!(
        "printf 'a\\033[31mb\\n' | '{}' extract --reading-text -",
        env!("CARGO_BIN_EXE_sidenote")
    );
    command.args(["-c", &script]);
    let mut terminal = Terminal::run(command);
    assert!(terminal.end().success());
    assert_eq!(terminal.log().trim_end(), "a␛[31mb");
}

#[test]
fn what_cannot_be_opened_leaves_the_screen_alone() {
    let mut terminal = Terminal::open(&["nothing.txt"]);
    assert_eq!(terminal.end().exit_code(), 1);
    assert_eq!(
        terminal.log().trim_end(),
        "sidenote: no such file: nothing.txt"
    );
}

#[test]
fn without_colour_nothing_resets_the_other_attributes() {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg("harbour.txt");
    command.env("NO_COLOR", "1");
    command.env("COLORTERM", "truecolor");
    command.env("TERM", "xterm-256color");
    let mut terminal = Terminal::run_as_it_is(command);
    terminal.wait_for("Two towns");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    let log = terminal.log();
    assert!(
        !log.contains("\u{1b}[m")
            && !log.contains("\u{1b}[;m")
            && !log.contains("38;")
            && !log.contains("48;"),
        "{log:?}"
    );
    let is_bold = |code: &str| {
        code.split_once('m')
            .is_some_and(|(codes, _)| codes.split(';').any(|code| code == "1"))
    };
    assert!(log.split("\u{1b}[").any(is_bold), "{log:?}");
}

/// The colour of the paper in the corner of the screen.
fn paper(terminal: &Terminal) -> vt100::Color {
    terminal.screen.screen().cell(0, 0).unwrap().bgcolor()
}

#[test]
fn the_looks_follow_the_paper_of_the_terminal_whenever_it_tells() {
    const DARK: vt100::Color = vt100::Color::Idx(234);
    let mut terminal = Terminal::open(&["harbour.txt"]);
    terminal.wait_for("All 14");
    assert!(String::from_utf8_lossy(&terminal.log).contains("\u{1b}]11;?\u{7}"));
    assert_eq!(paper(&terminal), DARK);
    let before = terminal.screen.screen().contents();
    terminal.type_keys("\u{1b}]11;rgb:fbfb/f9");
    terminal.type_keys("f9/f4f4\u{1b}\\");
    terminal.wait_until("light paper", |terminal| paper(terminal) != DARK);
    assert_eq!(terminal.screen.screen().contents(), before);
    terminal.type_keys("\u{1b}]11;rgb:0000/0000/0000\u{7}");
    terminal.wait_until("dark paper", |terminal| paper(terminal) == DARK);
    assert_eq!(terminal.screen.screen().contents(), before);
    terminal.type_keys("q");
    assert!(terminal.end().success());
}

/// Starts it in a shell and types `key`, which gives the terminal back to the shell, before the terminal has answered.
fn left_unanswered(commands: &str, key: &str) -> Terminal {
    let mut terminal = Terminal::run(script(&format!("export SSH_TTY=here; {commands}")));
    terminal.is_silent = true;
    terminal.wait_until("the question", |it| it.log().contains("\u{1b}]11;?"));
    terminal.type_keys(key);
    let question = String::from_utf8_lossy(QUESTION);
    terminal.wait_until("another question", |it| it.log().contains(&*question));
    assert!(!terminal.log().contains(LEAVE));
    terminal
}

#[test]
fn an_answer_is_waited_for_before_the_terminal_is_given_back() {
    let answers = format!("\u{1b}]11;rgb:fbfb/f9f9/f4f4\u{1b}\\{ANSWER}");
    let commands = "sidenote harbour.txt; read line; echo \"got $line.\"";
    let mut terminal = left_unanswered(commands, "q");
    terminal.type_keys(&answers);
    terminal.wait_until("the shell", |it| it.log().contains(LEAVE));
    terminal.type_keys("word\r");
    terminal.wait_for("got word.");
    terminal.assert_given_back();

    let commands = "set -m; sidenote harbour.txt; read line; echo \"got $line.\"; fg >/dev/null";
    let mut terminal = left_unanswered(commands, "\u{1a}");
    terminal.type_keys(&answers);
    terminal.wait_until("the shell", |it| it.log().contains(LEAVE));
    terminal.type_keys("word\r");
    terminal.wait_until("the word", |it| it.log().contains("got word."));
    terminal.is_silent = false;
    terminal.wait_for("Two towns");
    let asked = |it: &Terminal| it.log().matches("\u{1b}]11;?").count() == 2;
    terminal.wait_until("the question once more", asked);
    terminal.type_keys("q");
    terminal.end();
    terminal.assert_given_back();
}

#[test]
fn a_terminal_that_answers_nothing_can_be_left() {
    let mut terminal = Terminal::open(&["harbour.txt"]);
    terminal.is_silent = true;
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn a_terminal_is_asked_only_what_matters() {
    for arguments in [&["--theme", "light"][..], &["--theme", "plain"]] {
        let mut terminal = Terminal::open(&[arguments, &["harbour.txt"]].concat());
        terminal.wait_for("Introduction");
        assert!(!String::from_utf8_lossy(&terminal.log).contains("\u{1b}]11"));
        terminal.type_keys("q");
        assert!(terminal.end().success());
    }
}
