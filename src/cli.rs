//! Layer 5: the command line.
//!
//! Parses the arguments, then opens the reader, prints the article, or answers [`extract`]. Data goes to standard output, talk
//! to standard error; a closed pipe is no error.

mod args;
mod extract;
mod wire;

use std::io;
use std::process::ExitCode;

use args::{Arguments, Command};
use clap::Parser;

/// An article could not be opened, or the answer not written.
const FAILURE: u8 = 1;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print(); // nothing is left to do when even this cannot be written
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(FAILURE));
        }
    };
    let result = match arguments.command {
        Some(Command::Extract(request)) => extract::run(&request),
        None => Ok(ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return ExitCode::SUCCESS;
        }
        say(&format!("cannot write: {error}"));
        ExitCode::from(FAILURE)
    })
}

/// Tells the person at the terminal, safely, in one line.
fn say(message: &str) {
    use io::Write;
    // Standard error may be closed; there is nobody left to tell then.
    let _ = writeln!(
        io::stderr(),
        "sidenote: {}",
        crate::text::cluster::safe(message)
    );
}
