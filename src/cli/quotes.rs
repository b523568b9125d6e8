//! `sidenote quotes`: who is quoted saying what, for people to read.

use std::cmp::Reverse;
use std::io::{self, Write};
use std::process::ExitCode;

use super::args::{Order, Quotes};
use super::listing::{self, Citing, Context, Out, described, on_one_line};
use super::say;
use crate::article::explain::{Choice, Explanation, Reason, explain};
use crate::article::people::Person;
use crate::article::quote::Quote;
use crate::article::speaker::Attribution;
use crate::article::{self, Annotations};
use crate::input::Terms;
use crate::text::cluster::printed;
use crate::text::span::Span;

/// Prints the quotes of every article.
pub(super) fn run(request: &Quotes, terms: &Terms) -> io::Result<ExitCode> {
    listing::each(&request.read, terms, |context, out| {
        list(context, request, out)
    })
}

fn list(context: Context<'_>, request: &Quotes, out: &mut Out) -> io::Result<()> {
    if request.explain {
        return explanations(context, &explain(context.document, context.outline), out);
    }
    let found = article::annotate(context.document, context.outline);
    if found.quotes.is_empty() && !context.document.is_empty() {
        say("found no quotes");
    }
    let same_as = found.quotes.iter().map(|quote| quote.same_as);
    let listing = Listing {
        context,
        repeats: listing::repeats(same_as),
        found: &found,
    };
    if let Some(citing) = Citing::of(&request.cite) {
        let cited = listing.cited(request.by).into_iter();
        return listing::cite(context, citing, cited, out);
    }
    match request.by {
        Order::Place => listing.by_place(out),
        Order::Speaker => listing.by_speaker(out),
        Order::Section => listing.by_section(out),
    }
}

/// What stands in the place of a speaker where there is none.
const UNKNOWN: &str = "speaker unknown";

/// The quotes of an article, to be written line by line.
struct Listing<'a> {
    context: Context<'a>,
    found: &'a Annotations,
    repeats: Vec<Vec<usize>>,
}

impl Listing<'_> {
    /// In reading order, each with its speaker. What is said again is listed once.
    fn by_place(&self, out: &mut Out) -> io::Result<()> {
        for (index, quote) in self.found.quotes.iter().enumerate() {
            if quote.same_as.is_some() {
                continue;
            }
            self.quote(index, Order::Place, out)?;
        }
        Ok(())
    }

    /// What is cited, with who says it: each quote once, in the order that is asked for; under their speakers with the turns.
    fn cited(&self, by: Order) -> Vec<(Span, Option<Attribution>)> {
        let quotes = self.found.quotes.iter().filter(|it| it.same_as.is_none());
        let quotes = quotes.map(|it| (it.span, it.speaker.clone()));
        if by != Order::Speaker {
            return quotes.collect();
        }
        let speeches = self.found.speeches.iter();
        let turns = speeches.map(|it| (it.span, Some(it.speaker.clone())));
        let mut cited: Vec<_> = quotes.chain(turns).collect();
        let speakers = self.speakers();
        let rank = |name: &str| speakers.iter().position(|it| it.name == name);
        let rank = |speaker: &Option<Attribution>| rank(&speaker.as_ref()?.name);
        cited
            .sort_by_cached_key(|(span, speaker)| (rank(speaker).unwrap_or(speakers.len()), *span));
        cited
    }

    /// Those who speak, whoever says most first.
    fn speakers(&self) -> Vec<&Person> {
        let people = self.found.people.iter();
        let mut speakers: Vec<_> = people.filter(|it| said(it) > 0).collect();
        speakers.sort_by_key(|person| Reverse(said(person)));
        speakers
    }

    /// Under their speakers, whoever says most first; at the end those of nobody known, be there a pronoun or not.
    fn by_speaker(&self, out: &mut Out) -> io::Result<()> {
        for person in self.speakers() {
            listing::title(&described(person), said(person), out)?;
            self.lines(&person.quotes, &person.speeches, Order::Speaker, out)?;
        }
        let quotes = self.found.quotes.iter().enumerate();
        let unknown = quotes.filter_map(|(index, quote)| match &quote.speaker {
            None => Some((index, UNKNOWN.to_owned())),
            Some(speaker) if !self.is_known(speaker) => Some((index, speaker.name.clone())),
            Some(_) => None,
        });
        for (title, quotes) in listing::grouped(unknown) {
            self.group(&title, &quotes, Order::Speaker, out)?;
        }
        Ok(())
    }

    fn is_known(&self, speaker: &Attribution) -> bool {
        self.found.people.number(&speaker.name).is_some()
    }

    /// Under the headings of their sections.
    fn by_section(&self, out: &mut Out) -> io::Result<()> {
        let quotes = self.found.quotes.iter().enumerate();
        let heading = |quote: &Quote| self.context.heading(self.context.section(quote.span));
        for (title, quotes) in listing::grouped(quotes.map(|(at, it)| (at, heading(it)))) {
            self.group(&title, &quotes, Order::Section, out)?;
        }
        Ok(())
    }

    fn group(&self, title: &str, quotes: &[usize], by: Order, out: &mut Out) -> io::Result<()> {
        listing::title(title, quotes.len(), out)?;
        self.lines(quotes, &[], by, out)
    }

    /// Quotes and turns in reading order. A turn has no marks about it.
    fn lines(
        &self,
        quotes: &[usize],
        speeches: &[usize],
        by: Order,
        out: &mut Out,
    ) -> io::Result<()> {
        let spoken = speeches
            .iter()
            .filter_map(|&at| self.found.speeches.get(at));
        let mut spoken = spoken.map(|it| it.span).peekable();
        let turn = |span: Span, out: &mut Out| {
            let line = format!("{}  {}", self.context.of(span), self.context.words(span));
            writeln!(out, "  {}", printed(&line))
        };
        for &index in quotes {
            let start = self.found.quotes.get(index).map(|quote| quote.span);
            while let Some(span) = spoken.next_if(|&span| start.is_some_and(|start| span < start)) {
                turn(span, out)?;
            }
            let is_first = self
                .found
                .quotes
                .get(index)
                .is_some_and(|quote| quote.same_as.is_none());
            if is_first {
                self.quote(index, by, out)?;
            }
        }
        spoken.try_for_each(|span| turn(span, out))
    }

    /// The words with where they stand, and where else; then who says them, unless that is written above.
    fn quote(&self, index: usize, by: Order, out: &mut Out) -> io::Result<()> {
        let Some(quote) = self.found.quotes.get(index) else {
            return Ok(());
        };
        let location = |at: usize| self.found.quotes.get(at).map(|it| self.context.of(it.span));
        let repeats = self.repeats.get(index).into_iter().flatten();
        let mut places = vec![self.context.of(quote.span)];
        places.extend(repeats.filter_map(|&at| location(at)));
        let guess = quote.speaker.as_ref().is_some_and(|it| it.is_inferred);
        let doubt = if guess && by == Order::Speaker {
            " ?"
        } else {
            ""
        };
        let fuller = quote.fuller.and_then(location);
        let fuller = fuller.map_or(String::new(), |at| format!("  ↔ {at}"));
        let words = on_one_line(&quote.words(self.context.document));
        let line = format!("{}  “{words}”{doubt}{fuller}", places.join(", "));
        let indent = if by == Order::Place { "" } else { "  " };
        writeln!(out, "{indent}{}", printed(&line))?;
        if by == Order::Speaker {
            return Ok(());
        }
        writeln!(out, "{indent}    {}", printed(&self.speaker(quote)))
    }

    /// `Ann Lee?, mayor · said`
    fn speaker(&self, quote: &Quote) -> String {
        let Some(speaker) = &quote.speaker else {
            return UNKNOWN.to_owned();
        };
        let cue = quote.cue.map(|cue| self.context.words(cue));
        let cue = cue.map_or(String::new(), |cue| format!(" · {cue}"));
        listing::whose(speaker) + &cue
    }
}

/// How often somebody speaks.
fn said(person: &Person) -> usize {
    person.quotes.len() + person.speeches.len()
}

/// Everything between quotation marks: what it was taken for and why, and who could have said it.
fn explanations(
    context: Context<'_>,
    explanations: &[Explanation],
    out: &mut Out,
) -> io::Result<()> {
    for it in explanations {
        let verdict = if it.is_quote { "a quote" } else { "no quote" };
        let line = format!("{}  “{}”", context.of(it.span), context.words(it.span));
        writeln!(out, "{}", printed(&line))?;
        writeln!(out, "    {verdict}: {}", reasons(&it.reasons))?;
        for it in &it.candidates {
            choice(context, it, out)?;
        }
    }
    Ok(())
}

fn choice(context: Context<'_>, choice: &Choice, out: &mut Out) -> io::Result<()> {
    let sign = if choice.is_speaker { '>' } else { ' ' };
    let mention = context.words(choice.mention);
    let name = if mention == choice.name {
        mention
    } else {
        format!("{mention} = {}", choice.name)
    };
    let line = format!(
        "{name}  {:+.1}: {}",
        choice.weight(),
        reasons(&choice.reasons)
    );
    writeln!(out, "  {sign} {}", printed(&line))
}

/// `touches after +2.4, say +0.8, …`: the heaviest first, and without those that hardly count.
fn reasons(reasons: &[Reason]) -> String {
    const SLIGHT: f32 = 0.25;
    let mut heavy: Vec<_> = reasons
        .iter()
        .filter(|it| it.weight.abs() >= SLIGHT)
        .collect();
    heavy.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    let mut shown: Vec<_> = heavy
        .iter()
        .map(|it| format!("{} {:+.1}", it.name, it.weight))
        .collect();
    if heavy.len() < reasons.len() {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
