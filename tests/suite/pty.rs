//! The program in a real terminal: what it shows, and whether it gives the terminal back.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use portable_pty::{
    Child, CommandBuilder, ExitStatus, MasterPty, PtyPair, PtySize, native_pty_system,
};

use rustix::fd::OwnedFd;
use rustix::fs::OFlags;
use rustix::termios::{Action, LocalModes};

use crate::fixture;

/// How long anything may take before it counts as never.
const DEADLINE: Duration = Duration::from_secs(20);

/// What the program writes last when it gives the terminal back.
const LEAVE: &str = "\u{1b}[?25h\u{1b}[?1049l";

struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    log: Vec<u8>,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("the screens of these tests have cells")
}

impl Terminal {
    fn open(arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
        command.args(arguments);
        Self::run(command)
    }

    fn run(mut command: CommandBuilder) -> Self {
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        for variable in [
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "WSL_INTEROP",
            "WSL_DISTRO_NAME",
        ] {
            command.env_remove(variable); // no test touches the clipboard of whoever runs it
        }
        command.env_remove("COLORFGBG");
        Self::run_as_it_is(command)
    }

    /// Runs a command with the environment that it has been given.
    fn run_as_it_is(command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(24, 80)).unwrap();
        Self::run_on(pair, command)
    }

    fn run_on(pair: PtyPair, mut command: CommandBuilder) -> Self {
        command.cwd(fixture("."));
        command.env("XDG_CONFIG_HOME", fixture("nowhere"));
        command.env("XDG_STATE_HOME", "/dev/null"); // where nothing can be kept
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self {
            master: Some(pair.master),
            keys,
            child,
            output,
            screen: vt100::Parser::new(cells(24), cells(80), 0),
            log: Vec::new(),
        }
    }

    fn type_keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    /// Reads output until the screen holds `text`.
    fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |terminal| {
            terminal.screen.screen().contents().contains(text)
        });
    }

    fn wait_until(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_there(self) {
            assert!(
                start.elapsed() < DEADLINE,
                "never saw {what}:\n{}",
                self.screen.screen().contents()
            );
            match self.output.recv_timeout(Duration::from_millis(100)) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    assert!(
                        is_there(self),
                        "ended without {what}:\n{}",
                        self.screen.screen().contents()
                    );
                }
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.log.extend(bytes);
    }

    /// Waits for the end of the program and reads what is left.
    fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        let status = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status,
                None => assert!(start.elapsed() < DEADLINE, "the program does not end"),
            }
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(&bytes);
            }
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.take(&bytes);
        }
        status
    }

    fn log(&self) -> String {
        String::from_utf8_lossy(&self.log).into_owned()
    }

    /// Every mode that was set is set back, and the last word is the way out.
    fn assert_given_back(&self) {
        let log = self.log();
        assert!(log.contains(LEAVE), "{log:?}");
        for mode in ["1000", "1006", "2004", "1049", "2026"] {
            let (on, off) = (
                log.rfind(&format!("[?{mode}h")),
                log.rfind(&format!("[?{mode}l")),
            );
            assert!(on <= off, "mode {mode} is left on");
        }
        let (kept, ordered) = (log.rfind("\u{1b}[8l"), log.rfind("\u{1b}[8h"));
        assert!(kept <= ordered, "letters are kept in their cells");
        assert!(!self.screen.screen().hide_cursor() && !self.screen.screen().alternate_screen());
    }

    fn signal(&self, signal: rustix::process::Signal) {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(id).unwrap(), signal).unwrap();
    }
}

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

/// A shell that runs a script in which `sidenote` is the program.
fn script(script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("/bin/sh");
    let program = format!("'{}'", env!("CARGO_BIN_EXE_sidenote"));
    command.args(["-c", &script.replace("sidenote", &program)]);
    command
}

#[test]
fn what_fits_on_the_screen_is_printed_when_that_is_asked_for() {
    let short = r"printf '\033[31mred\033[2J\033[m\n\nand more\n' | sidenote -F";
    let mut terminal = Terminal::run_as_it_is(script(short));
    assert!(terminal.end().success());
    assert!(
        terminal
            .log()
            .contains("\u{1b}[38;5;9mred␛[2J\u{1b}[0m\r\n\r\nand more\r\n")
    );
    assert!(!terminal.log().contains("\u{1b}[?1049h"));
    let mut terminal = Terminal::run(script("sidenote -F harbour.txt"));
    terminal.wait_for("Two towns");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn a_growing_file_is_followed() {
    let folder = std::env::temp_dir().join(format!("sidenote-follow-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("growing.log");
    let lines = |count: usize| {
        let line = |number| format!("\u{1b}[1mline\u{1b}[m {number} of the log\n");
        (1..=count).map(line).collect::<Vec<_>>().concat()
    };
    std::fs::write(&path, lines(100)).unwrap();
    let mut terminal = Terminal::open(&["+F", path.to_str().unwrap()]);
    terminal.wait_for("line 100 of the log");
    std::fs::write(&path, lines(200)).unwrap();
    terminal.wait_for("line 200 of the log");
    terminal.type_keys("g");
    terminal.wait_for("line 1 of the log");
    std::fs::write(&path, lines(300)).unwrap();
    terminal.wait_for("100 paragraphs added");
    terminal.wait_for("line 1 of the log");
    terminal.type_keys("Gq");
    assert!(terminal.end().success());
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn without_a_screen_it_is_told_what_changes() {
    let mut terminal = Terminal::open(&["--plain-ui", "harbour.txt"]);
    terminal.wait_for("Two towns");
    terminal.type_keys("]");
    terminal.wait_for("Section 1 of");
    terminal.type_keys("/silts");
    terminal.wait_for("Search: silts");
    terminal.type_keys("\r");
    terminal.wait_for("Hit 1/1");
    terminal.type_keys("\t");
    terminal.wait_for("Who pays for the dredging? Q3 G3");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    let log = terminal.log();
    assert!(!log.contains('\u{1b}'), "{log:?}");
    assert_eq!(
        log.matches("What did the towns agree on?").count(),
        1,
        "{log}"
    );
}

/// A folder of its own for a test, empty.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("sidenote-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Puts a program of its own into a folder.
fn program(folder: &std::path::Path, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn words_go_to_a_program_for_the_clipboard() {
    let folder = folder("clipboard");
    program(&folder, "xclip", "cat > \"$HERE/copied\"");
    let run = |path: String| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
        command.args(["harbour.txt"]);
        command.env("TERM", "xterm-256color");
        command.env_remove("WAYLAND_DISPLAY");
        command.env_remove("SSH_CONNECTION");
        command.env_remove("SSH_TTY");
        command.env("DISPLAY", ":99");
        command.env("HERE", &folder);
        command.env("PATH", path);
        let mut terminal = Terminal::run_as_it_is(command);
        terminal.wait_for("Two towns");
        terminal.type_keys("]]}y");
        terminal
    };
    let mut terminal = run(format!("{}:/usr/bin:/bin", folder.display()));
    terminal.wait_for("by xclip: ");
    assert!(!terminal.log().contains("]52;"));
    let copied = std::fs::read_to_string(folder.join("copied")).unwrap();
    assert!(copied.starts_with("“I will not sign"), "{copied}");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    program(&folder, "xclip", "exit 1");
    let mut terminal = run(folder.display().to_string());
    terminal.wait_for("by the terminal: ");
    assert!(terminal.log().contains("]52;c;"));
    terminal.type_keys("q");
    assert!(terminal.end().success());
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_link_goes_to_the_browser_and_to_no_shell() {
    let folder = folder("browser");
    program(&folder, "browser", "echo \"$1\" > \"$HERE/address\"");
    let article = folder.join("a.md");
    std::fs::write(
        &article,
        "See [it](https://a.example/?b=1;touch${IFS}x`c`).\n",
    )
    .unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg(&article);
    command.env("BROWSER", folder.join("browser"));
    command.env("HERE", &folder);
    let mut terminal = Terminal::run(command);
    terminal.wait_for("See it");
    terminal.type_keys("oa");
    terminal.wait_for("Open this address?");
    terminal.type_keys("\r");
    terminal.wait_for("opened by ");
    let opened = std::fs::read_to_string(folder.join("address")).unwrap();
    assert_eq!(opened, "https://a.example/?b=1;touch${IFS}x`c`\n");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_editor_gets_terminal_and_keys_and_gives_them_back() {
    let folder = folder("editor");
    program(
        &folder,
        "vim",
        "echo \"editing at $1\"; read -r line; echo \"$line\" >> \"$2\"; read -r end",
    );
    let article = folder.join("a.md");
    std::fs::write(&article, "# Why?\n\nOld words.\n\n").unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg(&article);
    command.env_remove("VISUAL");
    command.env("EDITOR", folder.join("vim"));
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Old words.");
    terminal.type_keys("}e");
    terminal.wait_for("editing at +3");
    assert!(!terminal.screen.screen().alternate_screen());
    terminal.type_keys("New qqq words.\r");
    terminal.type_keys("\r");
    terminal.wait_for("New qqq words.");
    terminal.wait_until("the screen", |it| it.screen.screen().alternate_screen());
    terminal.wait_for("Old words.");
    terminal.type_keys("i");
    terminal.wait_for("This article");
    terminal.type_keys("iq");
    assert!(terminal.end().success());
    terminal.assert_given_back();
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn searches_and_places_are_kept_from_one_session_to_the_next() {
    let folder = std::env::temp_dir().join(format!("sidenote-kept-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("off.toml"), "remember = false\n").unwrap();
    let session = |config: &str, keys: &[(&str, &str)]| {
        let mut command = CommandBuilder::new("/bin/sh");
        let run = format!(
            "XDG_STATE_HOME='{0}' '{1}' harbour.txt --config '{0}/{config}'",
            folder.display(),
            env!("CARGO_BIN_EXE_sidenote")
        );
        command.args(["-c", &run]);
        let mut terminal = Terminal::run(command);
        for (keys, expected) in keys {
            terminal.type_keys(keys);
            terminal.wait_for(expected);
        }
        terminal.type_keys("q");
        assert!(terminal.end().success());
    };
    std::fs::write(folder.join("on.toml"), "").unwrap();
    session(
        "on.toml",
        &[
            ("", "Two towns"),
            ("/silt\r", "/silt 1/1"),
            ("ma", "bookmark a"),
        ],
    );
    session(
        "off.toml",
        &[("", "Two towns"), ("/\u{1b}[A\r", "Introduction")],
    );
    session(
        "on.toml",
        &[
            ("", "where you were before"),
            ("g'a", "silts up"),
            ("g/\u{1b}[A\r", "/silt 1/1"),
            ("g--", "a column of"),
        ],
    );
    session("on.toml", &[("", "Two towns")]);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_shell_says_where_to_begin() {
    for (arguments, expected) in [
        (
            &["harbour.txt", "--find", "passengers"][..],
            "/passengers 1/2",
        ),
        (&["+/lighthouse", "harbour.txt"], "/lighthouse 1/1"),
        (&["+14", "harbour.txt"], "§3/3"),
        (&["--at", "§3 ¶2", "harbour.txt"], "§3/3 · ¶2"),
        (
            &["--at", "9999999", "harbour.txt"],
            "there is no byte 9999999",
        ),
    ] {
        let mut terminal = Terminal::open(arguments);
        terminal.wait_for(expected);
        terminal.type_keys("q");
        assert!(terminal.end().success());
    }
}
