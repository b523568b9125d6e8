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
mod reader;
mod settings;
mod wire;

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use args::{Arguments, Command};
use begin::NoBeginning;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::config::printed;
use crate::input::fetch::{Proxies, Web};
use crate::input::{OpenError, Terms};
use crate::shell::ShellError;
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
        return reader::open(arguments, terms);
    };
    out(&answer)?;
    Ok(ExitCode::SUCCESS)
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
