//! Browsers: programs that show an address. They are started without a shell, with an address that was checked before.
//!
//! One that has a window of its own is started beside the reader, and neither reads its keys nor writes over its screen. One that shows pages in
//! the terminal is lent that, as the editor is; so is what looks for such a one where there is no desktop.

use std::collections::VecDeque;
use std::env;
use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::program;

/// How long it is waited whether a program fails; one that goes on is at work.
const PATIENCE: Duration = Duration::from_secs(3);

/// Browsers that show pages in the terminal.
const IN_TERMINAL: &[&str] = &[
    "lynx",
    "w3m",
    "links",
    "links2",
    "elinks",
    "www-browser",
    "browsh",
    "carbonyl",
    "cha",
    "netrik",
    "retawq",
    "edbrowse",
];

/// Programs that look for a browser: one in the terminal, where there is no desktop.
const SEEKERS: &[&str] = &["xdg-open", "sensible-browser"];

/// The programs that could show an address, the one to try next first.
#[derive(Debug)]
pub(super) struct Browsers {
    address: String,
    /// Each with its arguments.
    commands: VecDeque<Vec<String>>,
    has_desktop: bool,
}

impl Browsers {
    /// Those that `BROWSER` names, then those of the system.
    pub(super) fn of(address: String) -> Self {
        let variable = |name: &str| env::var(name).ok().filter(|it| !it.is_empty());
        let has_desktop = has_desktop(variable);
        Self {
            commands: commands(&address, variable).into(),
            address,
            has_desktop,
        }
    }

    /// Has the first that can show the address, and waits a little for that; what to tell of it. Comes back when it is to be lent the terminal.
    pub(super) fn open(mut self) -> Result<String, Self> {
        while let Some(command) = self.commands.front() {
            if self.needs_terminal(command) {
                return Err(self);
            }
            if let Some(opened) = self.try_next(starts) {
                return Ok(opened);
            }
        }
        let address = self.address;
        Ok(format!(
            "no browser could be started, the address can be copied: {address}"
        ))
    }

    /// Has the next show the address in the terminal, which must have been given up, and waits for the end of that. Comes back with those that
    /// are left when that fails.
    pub(super) fn show(mut self) -> Result<String, Self> {
        self.try_next(shows).ok_or(self)
    }

    /// Tries the next one; what to tell of it, when it takes the address.
    fn try_next(&mut self, runs: impl Fn(&str, &[String]) -> bool) -> Option<String> {
        let command = self.commands.pop_front()?;
        let (program, arguments) = command.split_first()?;
        let address = &self.address;
        runs(program, arguments).then(|| format!("opened by {program}: {address}"))
    }

    fn needs_terminal(&self, command: &[String]) -> bool {
        let program = command.first().map(Path::new).and_then(Path::file_name);
        let name = program.and_then(OsStr::to_str).unwrap_or_default();
        IN_TERMINAL.contains(&name) || !self.has_desktop && SEEKERS.contains(&name)
    }
}

/// Whether windows can be shown.
fn has_desktop(variable: impl Fn(&str) -> Option<String>) -> bool {
    let names = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"];
    cfg!(target_os = "macos") || names.into_iter().any(|name| variable(name).is_some())
}

fn commands(address: &str, variable: impl Fn(&str) -> Option<String>) -> Vec<Vec<String>> {
    let own = variable("BROWSER").unwrap_or_default();
    let own = own
        .split(':')
        .map(program::words)
        .filter(|words| !words.is_empty());
    let own = own.map(|words| {
        let is_placed = words.iter().any(|word| word.contains("%s"));
        let words = words.into_iter().map(|word| word.replace("%s", address));
        let behind = (!is_placed).then(|| address.to_owned());
        words.chain(behind).collect()
    });
    let is_windows = variable("WSL_DISTRO_NAME").is_some();
    let systems = [
        (cfg!(target_os = "macos"), "open"),
        (is_windows, "wslview"),
        (true, "xdg-open"),
    ];
    let systems = systems.into_iter().filter(|(is_here, _)| *is_here);
    let systems = systems.map(|(_, program)| vec![program.to_owned(), address.to_owned()]);
    own.chain(systems).collect()
}

fn starts(program: &str, arguments: &[String]) -> bool {
    let started = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0) // it goes on when we stop or end
        .spawn();
    started.is_ok_and(is_at_work)
}

/// Whether a program ends well, or does not end soon. Its end is waited for, by nobody else.
fn is_at_work(mut child: Child) -> bool {
    program::outcome(&mut child, PATIENCE).unwrap_or_else(|| {
        thread::spawn(move || child.wait());
        true
    })
}

fn shows(program: &str, arguments: &[String]) -> bool {
    let mut browser = Command::new(program);
    browser.args(arguments).stdin(program::keys());
    browser.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://a.example/b;c";

    fn variable<'a>(set: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + use<'a> {
        move |name| {
            let (_, value) = set.iter().find(|(set, _)| *set == name)?;
            Some((*value).to_owned())
        }
    }

    #[track_caller]
    fn check(set: &[(&str, &str)], expected: &[&[&str]]) {
        let mut commands = commands(ADDRESS, variable(set));
        commands.retain(|command| command[0] != "open");
        assert_eq!(commands, expected);
    }

    #[test]
    fn the_environment_tells_which_browser() {
        check(&[], &[&["xdg-open", ADDRESS]]);
        check(
            &[("BROWSER", "firefox -P me:view --at=%s")],
            &[
                &["firefox", "-P", "me", ADDRESS],
                &["view", "--at=https://a.example/b;c"],
                &["xdg-open", ADDRESS],
            ],
        );
    }

    fn browsers(commands: &[&str], has_desktop: bool) -> Browsers {
        let commands = commands.iter().map(|command| program::words(command));
        Browsers {
            address: ADDRESS.to_owned(),
            commands: commands.collect(),
            has_desktop,
        }
    }

    #[test]
    fn the_terminal_is_lent_to_those_that_need_it() {
        for (command, with_desktop, without) in [
            ("lynx -nocolor", true, true),
            ("/usr/bin/w3m", true, true),
            ("xdg-open", false, true),
            ("firefox", false, false),
        ] {
            for (has_desktop, needs) in [(true, with_desktop), (false, without)] {
                let browsers = browsers(&[command], has_desktop);
                assert_eq!(
                    browsers.needs_terminal(&browsers.commands[0]),
                    needs,
                    "{command}"
                );
            }
        }
    }

    #[test]
    fn a_browser_that_fails_is_none() {
        let told = browsers(&["no-such-browser", "false", "true", "lynx"], true).open();
        assert_eq!(told.unwrap(), format!("opened by true: {ADDRESS}"));
        let told = browsers(&["false"], true).open().unwrap();
        assert!(told.starts_with("no browser could be started"));
        let left = browsers(&["false", "lynx", "true"], false).open();
        assert_eq!(left.unwrap_err().commands, [["lynx"], ["true"]]);
    }
}
