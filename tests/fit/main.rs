//! Finds the weights of the evidence for speakers from annotated articles:
//!
//! ```text
//! cargo run --release --example fit -- FOLDER > src/article/speaker/weights.tsv
//! ```
//!
//! The folder holds texts, `NAME.txt`, and what was annotated in them, `NAME.gold.json`; it is not part of the project. Which rows there
//! are, and what they count by common sense, is taken from the present file: a row is added there by hand, and its weight found here. Standard error tells how
//! many quotes of articles that were left out got the right speaker: each article is left out once, a fifth of them at a time, by name.
//! The same articles give the same bytes.

mod gold;
mod lists;
mod model;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use lists::List;
use model::Example;
use sidenote::article::speaker::weights::{Row, rows};

/// How many parts the articles are divided into, each of which is left out once.
const PARTS: usize = 5;

fn main() -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let mut notes = io::stderr().lock();
    let Some(folder) = std::env::args_os().nth(1) else {
        writeln!(notes, "give the folder of annotated articles")?;
        return Ok(ExitCode::FAILURE);
    };
    let articles = gold::articles(Path::new(&folder));
    let articles = match articles {
        Ok(articles) if !articles.is_empty() => articles,
        Ok(_) => {
            writeln!(notes, "no NAME.gold.json in {}", folder.display())?;
            return Ok(ExitCode::FAILURE);
        }
        Err(error) => {
            writeln!(notes, "cannot read {}: {error}", folder.display())?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let numbered = articles.iter().enumerate();
    let lists: Vec<List> = numbered
        .flat_map(|(number, article)| lists::lists(number, article))
        .collect();
    let examples: Vec<Example> = lists.iter().map(Example::of).collect();
    let trial = trial(&lists, &examples);
    writeln!(notes, "{} articles, {trial}", articles.len())?;
    let all = chosen(&lists, &examples, |_| true);
    for (
        Row {
            evidence, prior, ..
        },
        weight,
    ) in rows().iter().zip(model::fit(&all))
    {
        writeln!(out, "{}\t{prior}\t{weight:.2}", evidence.words())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The examples that teach something, of the articles that are `wanted`.
fn chosen<'a>(
    lists: &[List],
    examples: &'a [Example],
    wanted: impl Fn(usize) -> bool,
) -> Vec<&'a Example> {
    let both = lists.iter().zip(examples);
    both.filter(|(list, _)| list.teaches() && wanted(list.article))
        .map(|(_, example)| example)
        .collect()
}

/// What the model says of articles that it has not seen, in words.
fn trial(lists: &[List], examples: &[Example]) -> String {
    let (mut whole, mut partial) = (Share::default(), Share::default());
    let (mut reach, mut loss) = (Share::default(), 0.0);
    for part in 0..PARTS {
        let is_out = |article: usize| article % PARTS == part;
        let training = chosen(lists, examples, |article| !is_out(article));
        let weights = model::fit(&training);
        let both = lists.iter().zip(examples);
        for (list, example) in both.filter(|(list, _)| is_out(list.article)) {
            if list.teaches() {
                loss += model::loss(example, &weights);
            }
            if list.has_source {
                let best = example.best(&weights);
                let is_right = best.is_some_and(|option| list.fitting[option]);
                let share = if list.is_partial {
                    &mut partial
                } else {
                    &mut whole
                };
                share.add(is_right);
                reach.add(list.fitting.contains(&true));
            }
        }
    }
    format!(
        "among the candidates {reach}; left out: whole quotes {whole}, fragments {partial}, loss {loss:.1}"
    )
}

/// How many of how many.
#[derive(Default)]
struct Share {
    some: u32,
    all: u32,
}

impl Share {
    fn add(&mut self, counts: bool) {
        self.some += u32::from(counts);
        self.all += 1;
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = 100.0 * f64::from(self.some) / f64::from(self.all.max(1));
        write!(out, "{share:.2} % of {}", self.all)
    }
}
