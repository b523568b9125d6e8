//! Any configuration file: it is read with its mistakes, each on a line of it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidenote::config::file;

fuzz_target!(|text: &str| {
    let (_, mistakes) = file::read(text);
    for mistake in mistakes {
        assert!(mistake.line <= text.lines().count() + 1, "{mistake}");
    }
});
