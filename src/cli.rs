//! Layer 5: the command line.
//!
//! Parses the arguments, then opens the reader, prints the article, or answers `extract`, `quotes` and `guarantees`. Data goes to standard output, talk
//! to standard error; a closed pipe is no error.

mod args;
mod begin;
mod completions;
mod csv;
mod digest;
mod extract;
mod findings;
mod guarantees;
mod listing;
mod manual;
mod opened;
mod pool;
mod print;
mod quotes;
mod settings;
mod wire;

use std::env;
use std::io::{self, IsTerminal, Write};
use std::os::unix::fs::FileTypeExt;
use std::process::ExitCode;

use args::{Arguments, Command};
use begin::{Begin, NoBeginning};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::app::goal::Goal;
use crate::config::printed;
use crate::config::setting::Settings;
use crate::config::theme::{self, Depth};
use crate::doc::format::Format;
use crate::input::fetch::{Proxies, Web};
use crate::input::shipped::Shipped;
use crate::input::{OpenError, Origin, Terms};
use crate::shell::{self, Interface, ShellError, Start};
use crate::state::{Folder, column};
use crate::text::cluster::safe;

/// An article could not be opened, or the answer not written.
const FAILURE: u8 = 1;

/// The program was used in a way it cannot be.
const WRONG_USE: u8 = 2;

/// Why the program ends before its end.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Shell(#[from] ShellError),
    #[error("cannot write: {0}")]
    Write(#[from] io::Error),
    #[error("{0} cannot be watched: name a file")]
    Unwatched(String),
    #[error("cannot read the configuration {0}: {1}")]
    Config(String, io::Error),
    #[error("{0}")]
    Theme(String),
    #[error(transparent)]
    Begin(#[from] NoBeginning),
    #[error("there is no terminal to begin at that place: only --section is printed alone")]
    NoReader,
    #[error("there is no section {asked}: the sections are 0 to {last}")]
    NoSection { asked: usize, last: usize },
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => return explain(&answer),
    };
    let terms = terms(&arguments);
    let result = match &arguments.command {
        Some(Command::Extract(request)) => extract::run(request, &terms).map_err(Failure::from),
        Some(Command::Quotes(request)) => quotes::run(request, &terms).map_err(Failure::from),
        Some(Command::Guarantees(request)) => {
            guarantees::run(request, &terms).map_err(Failure::from)
        }
        None => answer(&arguments, terms),
    };
    result.unwrap_or_else(|failure| fail(&failure))
}

/// Prints help, the version, or what is wrong with the arguments. They are repeated in that, so it is made safe line by line.
fn explain(answer: &clap::Error) -> ExitCode {
    // Nothing is left to do when even this cannot be written.
    if answer.use_stderr() {
        for line in answer.render().to_string().lines() {
            let _ = writeln!(io::stderr(), "{}", safe(line));
        }
    } else {
        let _ = answer.print();
    }
    ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(FAILURE))
}

/// How articles are to be opened, as arguments and environment say.
fn terms(arguments: &Arguments) -> Terms {
    // Both ways of writing are common; the lower one is older and decides.
    let variable = |name: &str| {
        let value = env::var(name).or_else(|_| env::var(name.to_ascii_uppercase()));
        value.ok().filter(|it| !it.is_empty())
    };
    let proxies = Proxies {
        http: variable("http_proxy"),
        https: variable("https_proxy"),
        all: variable("all_proxy"),
        except: variable("no_proxy").unwrap_or_default(),
    };
    Terms {
        charset: arguments.encoding,
        web: Web {
            proxies,
            ..Web::default()
        },
    }
}

/// Prints what is asked for about the program itself, or else opens the article.
fn answer(arguments: &Arguments, terms: Terms) -> Result<ExitCode, Failure> {
    let answer = if arguments.print_config {
        printed::file(&settings::asked(arguments)?).into_bytes()
    } else if arguments.man {
        manual::page()?
    } else if let Some(shell) = arguments.completions {
        completions::script(shell)
    } else if arguments.check_config {
        return settings::check(arguments);
    } else {
        return read(arguments, terms);
    };
    out(&answer)?;
    Ok(ExitCode::SUCCESS)
}

/// Opens the reader; prints the article where there is no terminal to read it on.
fn read(arguments: &Arguments, terms: Terms) -> Result<ExitCode, Failure> {
    let loaded = settings::load(arguments)?;
    let begin = Begin::of(&arguments.articles)?;
    let goal = begin.goal.or_else(|| self::goal(arguments));
    let follow = arguments.follow || begin.follows;
    let is_pager = arguments.quit_if_one_screen || follow;
    let origins = match &begin.articles[..] {
        [] => vec![unnamed(arguments, is_pager, &loaded.settings)],
        articles => articles.iter().map(|it| Origin::of(it)).collect(),
    };
    if arguments.watch
        && let Some(fixed) = origins.iter().find(|origin| !origin.can_be_watched())
    {
        return Err(Failure::Unwatched(fixed.name()));
    }
    let is_piped = matches!(*origins, [Origin::Stdin]);
    let kept = (is_pager && is_piped).then_some(Format::Terminal); // what a pager gets has its lines set
    let format = arguments.format.or(kept);
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

/// Whether standard input is what a program or a file gives: not where there is nobody to give anything, as for programs that no shell starts.
fn is_piped() -> bool {
    let kind = std::fs::metadata("/dev/stdin").map(|it| it.file_type());
    kind.is_ok_and(|kind| kind.is_fifo() || kind.is_file() || kind.is_socket())
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

/// Whether the terminal cannot move its cursor.
fn is_dumb() -> bool {
    env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb" || term == "unknown")
}

/// What the environment says of the terminal's colours. The terminal itself is not asked: it may not answer.
fn terminal() -> theme::Terminal {
    let variable = |name| env::var(name).unwrap_or_default();
    let depth = match (variable("COLORTERM").as_str(), variable("TERM")) {
        ("truecolor" | "24bit", _) => Depth::Rgb,
        (_, term) if term.contains("256color") => Depth::Indexed,
        _ => Depth::Sixteen,
    };
    theme::Terminal {
        no_color: !variable("NO_COLOR").is_empty(),
        depth,
        is_light: matches!(variable("COLORFGBG").rsplit(';').next(), Some("7" | "15")),
    }
}

fn fail(failure: &Failure) -> ExitCode {
    let code = match failure {
        Failure::Theme(what) => {
            return explain(&Arguments::command().error(ErrorKind::InvalidValue, what));
        }
        Failure::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Failure::NoSection { .. }
        | Failure::NoReader
        | Failure::Begin(_)
        | Failure::Unwatched(_)
        | Failure::Shell(ShellError::NoTerminal(_)) => WRONG_USE,
        _ => FAILURE,
    };
    say(&failure.to_string());
    ExitCode::from(code)
}

/// How a command ends that has answered, though perhaps not for all articles.
fn answered(has_failed: bool) -> ExitCode {
    if has_failed {
        ExitCode::from(FAILURE)
    } else {
        ExitCode::SUCCESS
    }
}

/// Writes to standard output.
fn out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Tells the person at the terminal, safely, in one line.
fn say(message: &str) {
    // Standard error may be closed; there is nobody left to tell then.
    let _ = writeln!(io::stderr(), "sidenote: {}", safe(message));
}
