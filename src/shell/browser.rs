//! The browser: a program that shows an address. It is started without a shell, with an address that was checked before.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::program;

/// How long it is waited whether a program fails; one that goes on is at work.
const PATIENCE: Duration = Duration::from_secs(3);

/// Opens an address with the first program that takes it; waits a little for that. What to tell of it.
pub(super) fn open(address: &str) -> String {
    let variable = |name: &str| env::var(name).ok().filter(|it| !it.is_empty());
    let mut commands = commands(address, variable).into_iter();
    let opened = commands.find_map(|command| {
        let (program, arguments) = command.split_first()?;
        starts(program, arguments).then(|| program.clone())
    });
    match opened {
        Some(program) => format!("opened by {program}: {address}"),
        None => format!("no browser could be started, the address can be copied: {address}"),
    }
}

/// The programs that could serve, each with its arguments: those that `BROWSER` names, then the desktop's.
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
    let has_desktop = variable("DISPLAY")
        .or_else(|| variable("WAYLAND_DISPLAY"))
        .is_some();
    let is_windows = variable("WSL_DISTRO_NAME").is_some();
    let desktops = [
        (cfg!(target_os = "macos"), "open"),
        (is_windows, "wslview"),
        (has_desktop, "xdg-open"),
    ];
    let desktops = desktops.into_iter().filter(|(is_here, _)| *is_here);
    let desktops = desktops.map(|(_, program)| vec![program.to_owned(), address.to_owned()]);
    own.chain(desktops).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://a.example/b;c";

    #[track_caller]
    fn check(set: &[(&str, &str)], expected: &[&[&str]]) {
        let variable = |name: &str| {
            let (_, value) = set.iter().find(|(set, _)| *set == name)?;
            Some((*value).to_owned())
        };
        let mut commands = commands(ADDRESS, variable);
        commands.retain(|command| command[0] != "open");
        assert_eq!(commands, expected);
    }

    #[test]
    fn the_environment_tells_which_browser() {
        check(&[], &[]);
        check(&[("DISPLAY", ":0")], &[&["xdg-open", ADDRESS]]);
        check(
            &[
                ("BROWSER", "firefox -P me:view --at=%s"),
                ("WAYLAND_DISPLAY", "w"),
            ],
            &[
                &["firefox", "-P", "me", ADDRESS],
                &["view", "--at=https://a.example/b;c"],
                &["xdg-open", ADDRESS],
            ],
        );
    }

    #[test]
    fn a_browser_that_fails_is_none() {
        assert!(!starts("no-such-browser", &[]));
        assert!(!starts("false", &[]));
        assert!(starts("true", &[]));
    }
}
