//! The reader, as arguments and environment ask for it.

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::os::unix::fs::FileTypeExt;
use std::process::ExitCode;

use super::args::Arguments;
use super::begin::Begin;
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
    let begin = Begin::of(&arguments.articles)?;
    let goal = begin.goal.or_else(|| self::goal(arguments));
    let follow = arguments.follow || begin.follows;
    let is_pager = arguments.quit_if_one_screen || follow;
    let origins = match &begin.articles[..] {
        [] => vec![unnamed(arguments, is_pager, &loaded.settings)],
        articles => articles.iter().map(|it| Origin::of(it)).collect(),
    };
    let is_fixed = |origin: &&Origin| arguments.watch && !origin.can_be_watched();
    if let Some(fixed) = origins.iter().find(is_fixed) {
        return Err(Failure::Unwatched(fixed.name()));
    }
    let is_piped = matches!(origins[..], [Origin::Stdin]);
    let paged = (is_pager && is_piped).then_some(Format::Terminal); // the lines of what a pager is given are set
    let format = arguments.format.or(paged);
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
        watch: arguments.watch || follow,
        follow,
        interface: interface(arguments),
        mistakes: (loaded.name.clone(), loaded.told()),
        settings: loaded.settings,
        colours: terminal(),
        column,
        state,
    };
    Ok(shell::run(start)?)
}

/// How the reader is to show itself.
fn interface(arguments: &Arguments) -> Interface {
    match arguments {
        _ if arguments.plain_ui => Interface::Lines,
        _ if arguments.quit_if_one_screen => Interface::ScreenIfLong,
        _ => Interface::Screen,
    }
}

/// The article where none is named: what is piped in, or else one that comes with the program. To a pager whatever there is instead of a
/// terminal is piped in, be it nothing.
fn unnamed(arguments: &Arguments, is_pager: bool, settings: &Settings) -> Origin {
    if arguments.tutorial {
        let keymap = settings.keymap();
        return Origin::Shipped(Shipped::tutorial(|it| keymap.way(it)));
    }
    if !io::stdin().is_terminal() && (is_pager || is_piped()) {
        Origin::Stdin
    } else {
        Origin::Shipped(Shipped::article())
    }
}

/// Where the arguments begin.
fn goal(arguments: &Arguments) -> Option<Goal> {
    let section = arguments.section.map(Goal::Section);
    let words = || arguments.find.clone().map(Goal::Words);
    section.or_else(words).or_else(|| arguments.at.clone())
}

/// Where something is kept from one session to the next: an absolute `$XDG_STATE_HOME`, or else `.local/state` at home.
fn state_folder() -> Option<Folder> {
    let base = settings::folder("XDG_STATE_HOME")
        .or_else(|| Some(settings::folder("HOME")?.join(".local").join("state")));
    Some(Folder::new(base?.join("sidenote")))
}

/// Whether standard input is what a program or a file gives: not where there is nobody to give anything, as for programs that no shell starts.
fn is_piped() -> bool {
    let kind = fs::metadata("/dev/stdin").map(|it| it.file_type());
    kind.is_ok_and(|kind| kind.is_fifo() || kind.is_file() || kind.is_socket())
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
