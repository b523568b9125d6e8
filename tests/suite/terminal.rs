//! A real terminal in which the program runs, and what is seen in it.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use portable_pty::{
    Child, CommandBuilder, ExitStatus, MasterPty, PtyPair, PtySize, native_pty_system,
};

use crate::fixture;

/// How long anything may take before it counts as never.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// The question that every terminal answers, and an answer.
pub(crate) const QUESTION: &[u8] = b"\x1b[c";
pub(crate) const ANSWER: &str = "\x1b[?62;22c";

/// What the program writes last when it gives the terminal back.
pub(crate) const LEAVE: &str = "\u{1b}[?25h\u{1b}[?1049l";

pub(crate) struct Terminal {
    pub(crate) master: Option<Box<dyn MasterPty + Send>>,
    pub(crate) keys: Box<dyn Write + Send>,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) output: Receiver<Vec<u8>>,
    pub(crate) screen: vt100::Parser,
    pub(crate) log: Vec<u8>,
    /// Whether it leaves the question unanswered that every terminal answers.
    pub(crate) is_silent: bool,
}

pub(crate) fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

pub(crate) fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("the screens of these tests have cells")
}

impl Terminal {
    pub(crate) fn open(arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
        command.args(arguments);
        Self::run(command)
    }

    pub(crate) fn run(mut command: CommandBuilder) -> Self {
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
        for variable in [
            "COLORFGBG",
            "TERM_PROGRAM",
            "XTERM_VERSION",
            "ALACRITTY_WINDOW_ID",
        ] {
            command.env_remove(variable); // what tells of another terminal than this
        }
        command.env("VTE_VERSION", "7600"); // so that the order of letters is told, too
        Self::run_as_it_is(command)
    }

    /// Runs a command with the environment that it has been given.
    pub(crate) fn run_as_it_is(command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(24, 80)).unwrap();
        Self::run_on(pair, command)
    }

    pub(crate) fn run_on(pair: PtyPair, mut command: CommandBuilder) -> Self {
        command.cwd(fixture("."));
        command.env("XDG_CONFIG_HOME", fixture("nowhere"));
        for variable in ["XDG_STATE_HOME", "HOME"] {
            command.env(variable, ""); // so that nothing is kept
        }
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
            is_silent: false,
        }
    }

    pub(crate) fn type_keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    /// Reads output until the screen holds `text`.
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |terminal| {
            terminal.screen.screen().contents().contains(text)
        });
    }

    pub(crate) fn wait_until(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) {
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
        let seen = self.log.len().saturating_sub(QUESTION.len() - 1);
        self.log.extend(bytes);
        let is_asked = self.log[seen..]
            .windows(QUESTION.len())
            .any(|it| it == QUESTION);
        if is_asked && !self.is_silent {
            self.type_keys(ANSWER);
        }
    }

    /// Waits for the end of the program and reads what is left.
    pub(crate) fn end(&mut self) -> ExitStatus {
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

    pub(crate) fn log(&self) -> String {
        String::from_utf8_lossy(&self.log).into_owned()
    }

    /// Every mode that was set is set back, and the last word is the way out.
    pub(crate) fn assert_given_back(&self) {
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

    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(id).unwrap(), signal).unwrap();
    }
}

/// A shell that runs a script in which `sidenote` is the program.
pub(crate) fn script(script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("/bin/sh");
    let program = format!("'{}'", env!("CARGO_BIN_EXE_sidenote"));
    command.args(["-c", &script.replace("sidenote", &program)]);
    command
}
