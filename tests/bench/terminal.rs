//! The program in a real terminal, over generated articles: how long until something is seen, and how much is written for it.
//!
//! `cargo bench --bench terminal -- 4000 100000000` measures articles of these sizes; without sizes, of 4 KB to 100 MB. `end` is
//! measured with `G` typed together with the start, until the true end of the article is on the screen.

mod article;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const SIZES: [usize; 5] = [4_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// How long anything may take.
const DEADLINE: Duration = Duration::from_mins(1);

/// How long nothing is written when a page has been turned.
const QUIET: Duration = Duration::from_millis(40);

/// How often each start is measured.
const RUNS: usize = 9;

const PAGES: u32 = 20;

/// The last words of every article.
const END: &str = "Zyqfinis";

const SIZE: PtySize = PtySize {
    rows: 40,
    cols: 120,
    pixel_width: 0,
    pixel_height: 0,
};

struct Terminal {
    _master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    start: Instant,
}

impl Terminal {
    fn open(path: &Path) -> Self {
        let pair = native_pty_system().openpty(SIZE).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        command.env("XDG_STATE_HOME", "/dev/null");
        command.arg(path);
        command.env("TERM", "xterm-256color");
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program");
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let (sender, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let taken = bytes.get(..count).unwrap_or_default().to_vec();
                if sender.send((Instant::now(), taken)).is_err() {
                    return;
                }
            }
        });
        let cells = |count| std::num::NonZero::new(count).expect("the screen has cells");
        Self {
            keys: pair.master.take_writer().expect("its keys"),
            _master: pair.master,
            child,
            output,
            screen: vt100::Parser::new(cells(SIZE.rows), cells(SIZE.cols), 0),
            start,
        }
    }

    fn type_keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("it reads keys");
    }

    /// The time from the start until `words` are on the screen.
    fn until(&mut self, words: &str) -> Duration {
        loop {
            let next = self.output.recv_timeout(DEADLINE);
            let (at, bytes) = next.unwrap_or_else(|_| panic!("{words} was never seen"));
            self.screen.process(&bytes);
            if self.screen.screen().contents().contains(words) {
                return at - self.start;
            }
        }
    }

    /// The time from now to the last byte before silence, and how many bytes came.
    fn until_quiet(&mut self) -> (Duration, usize) {
        let (start, mut last, mut count) = (Instant::now(), None, 0);
        while let Ok((at, bytes)) = self.output.recv_timeout(QUIET) {
            last = Some(at);
            count += bytes.len();
        }
        (
            last.map_or(Duration::ZERO, |last| last.saturating_duration_since(start)),
            count,
        )
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended
        let _ = self.child.wait();
    }
}

/// A file that is deleted when it has been measured.
struct Article(PathBuf);

impl Article {
    fn new(bytes: usize) -> Self {
        let name = format!("sidenote-bench-{}-{bytes}.md", std::process::id());
        let path = std::env::temp_dir().join(name);
        let text = article::article(bytes) + END + "\n";
        std::fs::write(&path, text).expect("a temporary folder to write to");
        Self(path)
    }
}

impl Drop for Article {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0); // nothing can be done about it
    }
}

#[expect(clippy::print_stdout, reason = "the table is what it is for")]
fn main() {
    let asked: Vec<usize> = std::env::args()
        .filter_map(|size| size.parse().ok())
        .collect();
    let sizes = if asked.is_empty() { &SIZES[..] } else { &asked };
    println!(
        "{:>11} {:>12} {:>12} {:>12} {:>12}",
        "bytes", "first screen", "end", "page", "bytes a page"
    );
    for &size in sizes {
        let article = Article::new(size);
        let first = median(|| Terminal::open(&article.0).until("The harbour"));
        let end = median(|| {
            let mut terminal = Terminal::open(&article.0);
            terminal.type_keys("G");
            terminal.until(END)
        });
        let (page, count) = turn_pages(&article);
        println!("{size:>11} {first:>12.1?} {end:>12.1?} {page:>12.1?} {count:>12}");
    }
}

/// The median of what `measure` finds, run again and again.
fn median(measure: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = std::iter::repeat_with(measure).take(RUNS).collect();
    times.sort_unstable();
    *times.get(RUNS / 2).expect("it was run")
}

/// What one page costs: time and bytes.
fn turn_pages(article: &Article) -> (Duration, usize) {
    let mut terminal = Terminal::open(&article.0);
    terminal.until("The harbour");
    while terminal.until_quiet().1 > 0 {}
    let (mut time, mut bytes) = (Duration::ZERO, 0);
    for _ in 0..PAGES {
        terminal.type_keys(" ");
        let (took, count) = terminal.until_quiet();
        time += took;
        bytes += count;
    }
    (time / PAGES, bytes / PAGES as usize)
}
