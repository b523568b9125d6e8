//! The reader, as arguments and environment ask for it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};
use std::os::unix::fs::FileTypeExt;
use std::process::ExitCode;

use super::args::Arguments;
use super::{Failure, print, settings};
use crate::app::goal::Goal;
use crate::config::setting::Settings;
use crate::config::theme::{Depth, Terminal};
use crate::doc::format::Format;
use crate::input::shipped::Shipped;
use crate::input::{Origin, Terms};
use crate::shell::{self, Interface, Start};
use crate::state::{Folder, column};

/// Opens the reader; prints the article where there is no terminal to read it on.
pub(super) fn open(arguments: &Arguments, terms: Terms) -> Result<ExitCode, Failure> {
    let loaded = settings::load(arguments)?;
    let (named, goal) = take_goal(&arguments.articles);
    let goal = goal.or_else(|| self::goal(arguments));
    let origins = origins(arguments, &named, &loaded.settings);
    let is_fixed = |origin: &&Origin| arguments.watch && !origin.can_be_watched();
    if let Some(fixed) = origins.iter().find(is_fixed) {
        return Err(Failure::Unwatched(fixed.name()));
    }
    let format = arguments.format.or_else(|| paged(arguments, &origins));
    if !io::stdout().is_terminal() || is_dumb() {
        if !matches!(goal, None | Some(Goal::Section(_))) {
            return Err(Failure::NoReader);
        }
        settings::tell(&loaded);
        let request = print::Request {
            terms: &terms,
            format,
            section: arguments.section,
            width: loaded.settings.width,
        };
        return print::run(&origins, &request);
    }
    let state = loaded.settings.remember.then(state_folder).flatten();
    let kept = state.as_ref().filter(|_| arguments.width.is_none());
    let column = kept.and_then(|folder| column::read(folder, loaded.settings.width));
    let start = Start {
        origins,
        terms,
        format,
        goal,
        watch: arguments.watch || follows(arguments),
        follow: follows(arguments),
        interface: interface(arguments),
        mistakes: (loaded.name.clone(), loaded.told()),
        settings: loaded.settings,
        colours: terminal(),
        column,
        state,
    };
    Ok(shell::run(start)?)
}

/// The format of what is piped into a pager: its lines are set.
fn paged(arguments: &Arguments, origins: &[Origin]) -> Option<Format> {
    let is_pager = arguments.quit_if_one_screen || follows(arguments);
    let is_piped = matches!(origins, [Origin::Stdin]);
    (is_pager && is_piped).then_some(Format::Terminal)
}

/// Whether the end is to be followed.
fn follows(arguments: &Arguments) -> bool {
    arguments.follow || arguments.articles.iter().any(|it| it == FOLLOW)
}

/// How the reader is to show itself.
fn interface(arguments: &Arguments) -> Interface {
    match arguments {
        _ if arguments.plain_ui => Interface::Lines,
        _ if arguments.quit_if_one_screen => Interface::ScreenIfLong,
        _ => Interface::Screen,
    }
}

/// What the arguments name, or else one article that nobody named.
fn origins(arguments: &Arguments, named: &[&OsStr], settings: &Settings) -> Vec<Origin> {
    if arguments.tutorial {
        let keymap = settings.keymap();
        return vec![Origin::Shipped(Shipped::tutorial(|it| keymap.way(it)))];
    }
    if named.is_empty() {
        return vec![piped_or_shipped()];
    }
    named.iter().map(|it| Origin::of(it)).collect()
}

/// Where the arguments begin.
fn goal(arguments: &Arguments) -> Option<Goal> {
    let section = arguments.section.map(Goal::Section);
    let words = || arguments.find.clone().map(Goal::Words);
    section.or_else(words).or_else(|| arguments.at.clone())
}

/// What asks to follow the end, as `less` has it.
const FOLLOW: &str = "+F";

/// The articles, without what says where to begin as `less` and `vi` have it: `+/TEXT`, `+N` or `+F`.
fn take_goal(articles: &[OsString]) -> (Vec<&OsStr>, Option<Goal>) {
    let mut goal = None;
    let mut named = Vec::new();
    for article in articles {
        if article == FOLLOW {
            continue;
        }
        let place = article.to_str().and_then(|it| it.strip_prefix('+'));
        match place.and_then(plus_goal) {
            Some(place) => goal = Some(place),
            None => named.push(article.as_os_str()),
        }
    }
    (named, goal)
}

fn plus_goal(text: &str) -> Option<Goal> {
    let line = || text.parse().ok().map(Goal::Line);
    let words = text.strip_prefix('/').map(ToOwned::to_owned);
    words.map(Goal::Words).or_else(line)
}

/// Where something is kept from one session to the next: an absolute `$XDG_STATE_HOME`, or else `.local/state` at home.
fn state_folder() -> Option<Folder> {
    let base = settings::folder("XDG_STATE_HOME")
        .or_else(|| Some(settings::folder("HOME")?.join(".local").join("state")));
    Some(Folder::new(base?.join("sidenote")))
}

/// Without an argument: what is piped in, or else the article that comes with the program.
fn piped_or_shipped() -> Origin {
    let is_piped = || {
        let kind = std::fs::metadata("/dev/stdin").ok()?.file_type();
        Some(kind.is_fifo() || kind.is_file() || kind.is_socket())
    };
    if !io::stdin().is_terminal() && is_piped().unwrap_or(false) {
        Origin::Stdin
    } else {
        Origin::Shipped(Shipped::article())
    }
}

/// Whether the terminal cannot move its cursor.
fn is_dumb() -> bool {
    env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb" || term == "unknown")
}

/// What the environment says of the terminal's colours. The terminal itself is not asked: it may not answer.
fn terminal() -> Terminal {
    let variable = |name| env::var(name).unwrap_or_default();
    let depth = match (variable("COLORTERM").as_str(), variable("TERM")) {
        ("truecolor" | "24bit", _) => Depth::Rgb,
        (_, term) if term.contains("256color") => Depth::Indexed,
        _ => Depth::Sixteen,
    };
    Terminal {
        no_color: !variable("NO_COLOR").is_empty(),
        depth,
        is_light: matches!(variable("COLORFGBG").rsplit(';').next(), Some("7" | "15")),
    }
}
