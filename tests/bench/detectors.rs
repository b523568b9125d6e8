//! What the detectors cost, and how that grows: time and memory for news copy of several lengths, and for text that was written to be slow.
//!
//! `cargo bench --bench detectors` prints tables; all times are those of one core:
//!
//! - *shares*: what is in the text, so that generated copy can be held against real one,
//! - *split*: what each detector takes of half a megabyte, which is a chapter,
//! - *growth*: all of them for one to a hundred megabytes; a megabyte must cost the same in each row,
//! - *hostile*: shapes of text in two sizes; a megabyte of the larger must cost no more.
//!
//! With `SIDENOTE_ARTICLES` set to a folder of plain texts all but the last are printed for these too, one after the other and again until
//! there is enough.

#![expect(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "tables of rounded numbers are what it is for"
)]

mod news;
mod shape;

use std::collections::HashSet;
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use shape::{HOSTILE, Shape, shape};
use sidenote::article::chapter::Chapter;
use sidenote::article::guarantee::guarantees;
use sidenote::article::quote::quotes;
use sidenote::article::reading::OnDemand;
use sidenote::article::reading::passage::passages;
use sidenote::article::section::Outline;
use sidenote::article::{Annotations, annotate};
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::text::{cut, word};

const NEWS: Shape = shape("news", 0, news::news);

/// The articles of the folder that this variable names.
const ARTICLES: Shape = shape("articles", 0, articles);
const FOLDER: &str = "SIDENOTE_ARTICLES";

/// Bytes of each growth row.
const SIZES: [usize; 3] = [1_000_000, 10_000_000, 100_000_000];

/// Bytes of which the split is told: what is annotated at once.
const CHAPTER: usize = 500_000;

/// How often what is measured runs; the best time counts.
const RUNS: usize = 5;

/// The same for more than a megabyte.
const FEW_RUNS: usize = 2;

/// How much smaller the smaller size of a hostile shape is.
const FACTOR: usize = 8;

fn main() {
    let arguments: Vec<_> = std::env::args().collect();
    if let [_, row, shape, bytes] = &arguments[..]
        && row == "row"
    {
        let known = HOSTILE.iter().chain(&[NEWS, ARTICLES]);
        let mut shapes = known.filter(|it| it.name == shape);
        let shape = shapes.next().expect("a shape of the tables");
        growth_row(shape, bytes.parse().expect("a number of bytes"));
        return;
    }
    tables(&NEWS);
    if std::env::var_os(FOLDER).is_some() {
        tables(&ARTICLES);
    } else {
        println!("\n{FOLDER} is not set: nothing is measured on real articles\n");
    }
    hostile();
}

fn tables(shape: &Shape) {
    shares(shape);
    split(shape);
    println!(
        "\n{:<28}{:>8}{:>10}{:>10}{:>12}",
        "growth", "MB", "ms/MB", "MB/s", "memory MB"
    );
    for bytes in SIZES {
        row(shape, bytes);
    }
}

/// What is in a megabyte.
fn shares(shape: &Shape) {
    let text = (shape.text)(CHAPTER);
    let words: Vec<_> = word::words(&text).map(|range| cut(&text, range)).collect();
    let different = words.iter().collect::<HashSet<_>>().len();
    let capitals = words
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase));
    let percent = |count: usize| 100 * count / words.len();
    let (capitals, different) = (percent(capitals.count()), percent(different));
    let megabytes = megabytes(text.len());
    let a_megabyte = |count: usize| (count as f64 / megabytes).round();
    let paragraphs = text.split("\n\n").count();
    let word_count = words.len();
    let document = Document::read(text, Format::Text);
    let found = annotate(&document, &Outline::of(&document));
    println!("\nshares of {}, in a megabyte", shape.name);
    println!(
        "{:>10} words, {different} % of half of them different, {capitals} % with a capital",
        a_megabyte(word_count)
    );
    println!("{:>10} paragraphs", a_megabyte(paragraphs));
    println!("{:>10} quotes", a_megabyte(found.quotes.len()));
    println!("{:>10} guarantees", a_megabyte(found.guarantees.len()));
    println!("{:>10} people", a_megabyte(found.people.iter().len()));
}

/// What each detector takes of a chapter.
fn split(shape: &Shape) {
    let document = Document::read((shape.text)(CHAPTER), Format::Text);
    let outline = Outline::of(&document);
    let chapter = Chapter::whole(&document);
    let reading = OnDemand::new(&chapter);
    reading.get();
    let found = quotes(&document, &reading);
    let given = guarantees(&outline, &reading, &found);
    let marks = best(RUNS, || passages(&chapter).count());
    let rows = [
        (
            "words",
            best(RUNS, || Chapter::whole(&document).glossary().count()),
        ),
        ("marks and tokens", marks),
        (
            "names, mentions, people",
            best(RUNS, || OnDemand::new(&chapter).get().stretches.len()).saturating_sub(marks),
        ),
        (
            "quotes and speakers",
            best(RUNS, || quotes(&document, &reading)),
        ),
        (
            "guarantees",
            best(RUNS, || guarantees(&outline, &reading, &found)),
        ),
        (
            "index of people",
            best(RUNS, || {
                Annotations::new(reading.made(), found.clone(), Vec::new(), given.clone())
            }),
        ),
        ("all", best(RUNS, || annotate(&document, &outline))),
    ];
    println!(
        "\n{:<28}{:>8}{:>10}{:>10}",
        format!("split, {}", shape.name),
        "",
        "ms/MB",
        "MB/s"
    );
    for (name, time) in rows {
        let a_megabyte = milliseconds(time) / megabytes(document.bytes() as usize);
        println!(
            "{name:<28}{:>8}{a_megabyte:>10.2}{:>10.1}",
            "",
            1000.0 / a_megabyte
        );
    }
}

/// A row of its own process, so that its memory is its own.
fn row(shape: &Shape, bytes: usize) {
    let program = std::env::current_exe().expect("this program");
    let done = Command::new(program)
        .args(["row", shape.name, &bytes.to_string()])
        .status();
    assert!(
        done.is_ok_and(|status| status.success()),
        "{} of {bytes} bytes",
        shape.name
    );
}

fn growth_row(shape: &Shape, bytes: usize) {
    let document = Document::read((shape.text)(bytes), Format::Text);
    let outline = Outline::of(&document);
    let before = memory("VmRSS");
    let runs = if bytes > SIZES[0] { FEW_RUNS } else { RUNS };
    let time = best(runs, || annotate(&document, &outline));
    let size = megabytes(document.bytes() as usize);
    let a_megabyte = milliseconds(time) / size;
    let memory = memory("VmHWM").zip(before).map_or_else(
        || "-".to_owned(),
        |(most, before)| format!("{:.0}", most - before),
    );
    println!(
        "{:<28}{size:>8.1}{a_megabyte:>10.2}{:>10.1}{memory:>12}",
        shape.name,
        1000.0 / a_megabyte
    );
}

fn hostile() {
    println!(
        "\n{:<28}{:>8}{:>10}{:>10}{:>12}",
        "hostile", "MB", "ms/MB", "MB/s", "memory MB"
    );
    for shape in HOSTILE {
        row(shape, shape.bytes / FACTOR);
        row(shape, shape.bytes);
    }
}

/// The best time of some runs. Each run is as many rounds as the clock needs.
fn best<T>(runs: usize, mut measured: impl FnMut() -> T) -> Duration {
    const LEAST: Duration = Duration::from_millis(100);
    let mut run = || {
        let start = now();
        for round in 1.. {
            drop(measured());
            let time = now().saturating_sub(start);
            if time >= LEAST {
                return time / round;
            }
        }
        Duration::ZERO
    };
    (0..runs).map(|_| run()).min().unwrap_or_default()
}

/// How long this thread has run on a core, where the system tells, and else how long ago it began.
fn now() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Megabytes of memory, where the system tells.
fn memory(field: &str) -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = told
        .lines()
        .find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The articles of the folder, again and again.
fn articles(bytes: usize) -> String {
    let folder = std::env::var_os(FOLDER).expect("a folder of articles");
    let entries = std::fs::read_dir(folder).expect("a folder that can be read");
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let texts: Vec<_> = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    assert!(!texts.is_empty(), "a folder with texts (*.txt) in it");
    let mut text = String::with_capacity(bytes);
    for article in texts.iter().cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(article.trim());
        text.push_str("\n\n");
    }
    text
}
