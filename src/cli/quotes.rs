//! `sidenote quotes`: who is quoted saying what, for people to read.

use std::cmp::Reverse;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use super::args::{Order, Quotes};
use super::{FAILURE, say};
use crate::article::explain::{Choice, Explanation, Reason, explain};
use crate::article::quote::Quote;
use crate::article::section::Outline;
use crate::article::{self, Annotations};
use crate::doc::Document;
use crate::doc::format::Format;
use crate::input::{self, OpenError, Origin, Terms};
use crate::text::cluster::safe;
use crate::text::span::Span;

/// Prints the quotes of every article. One that cannot be opened is named on standard error, and the others are still listed.
pub(super) fn run(request: &Quotes, terms: &Terms) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut has_failed = false;
    for (number, argument) in request.articles.iter().enumerate() {
        let origin = Origin::of(argument);
        let document = match read(&origin, terms, request) {
            Ok(document) => document,
            Err(error) => {
                out.flush()?;
                say(&error.to_string());
                has_failed = true;
                continue;
            }
        };
        if request.articles.len() > 1 {
            let gap = if number > 0 { "\n" } else { "" };
            writeln!(out, "{gap}== {}", origin.name())?;
        }
        list(&document, request, &mut out)?;
    }
    out.flush()?;
    Ok(if has_failed {
        ExitCode::from(FAILURE)
    } else {
        ExitCode::SUCCESS
    })
}

fn read(origin: &Origin, terms: &Terms, request: &Quotes) -> Result<Document, OpenError> {
    let input = input::open(origin, terms)?;
    if let Some(notice) = input.encoding.notice() {
        say(&notice);
    }
    let format = request.from.map_or_else(
        || Format::of(input.envelope.path(), &input.text),
        Format::from,
    );
    Ok(Document::read_from(
        input.text,
        format,
        input.envelope.address,
    ))
}

fn list(document: &Document, request: &Quotes, out: &mut impl Write) -> io::Result<()> {
    let outline = &Outline::of(document);
    let place = Place { document, outline };
    if request.explain {
        return place.explanations(&explain(document, outline), out);
    }
    let found = article::annotate(document, outline);
    if found.quotes.is_empty() {
        say("found no quotes");
    }
    let listing = Listing {
        place,
        repeats: repeats(&found.quotes),
        found: &found,
    };
    match request.by {
        Order::Place => listing.by_place(out),
        Order::Speaker => listing.by_speaker(out),
    }
}

/// For each quote, the later ones with the same words.
fn repeats(quotes: &[Quote]) -> Vec<Vec<usize>> {
    let mut repeats = vec![Vec::new(); quotes.len()];
    for (index, quote) in quotes.iter().enumerate() {
        if let Some(repeats) = quote.same_as.and_then(|first| repeats.get_mut(first)) {
            repeats.push(index);
        }
    }
    repeats
}

/// The quotes of an article, to be written line by line.
struct Listing<'a> {
    place: Place<'a>,
    found: &'a Annotations,
    repeats: Vec<Vec<usize>>,
}

impl Listing<'_> {
    /// In reading order, each with its speaker. What is said again is listed once.
    fn by_place(&self, out: &mut impl Write) -> io::Result<()> {
        for (index, quote) in self.found.quotes.iter().enumerate() {
            if quote.same_as.is_some() {
                continue;
            }
            self.words(index, "", out)?;
            writeln!(out, "    {}", safe(&self.speaker(quote)))?;
        }
        Ok(())
    }

    /// Under their speakers, whoever says most first; at the end those of nobody known.
    fn by_speaker(&self, out: &mut impl Write) -> io::Result<()> {
        let people = self.found.people.iter();
        let mut speakers: Vec<_> = people.filter(|it| !it.quotes.is_empty()).collect();
        speakers.sort_by_key(|person| Reverse(person.quotes.len()));
        for person in speakers {
            self.group(
                &with_role(&person.name, person.role.as_deref()),
                &person.quotes,
                out,
            )?;
        }
        let quotes = self.found.quotes.iter().enumerate();
        let unknown: Vec<_> = quotes
            .filter(|(_, quote)| quote.speaker.is_none())
            .map(|(index, _)| index)
            .collect();
        if !unknown.is_empty() {
            self.group("speaker unknown", &unknown, out)?;
        }
        Ok(())
    }

    fn group(&self, title: &str, quotes: &[usize], out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{} · {}", safe(title), quotes.len())?;
        for &index in quotes {
            let is_first = self
                .found
                .quotes
                .get(index)
                .is_some_and(|quote| quote.same_as.is_none());
            if is_first {
                self.words(index, "  ", out)?;
            }
        }
        Ok(())
    }

    /// The words with where they stand, and where else.
    fn words(&self, index: usize, indent: &str, out: &mut impl Write) -> io::Result<()> {
        let Some(quote) = self.found.quotes.get(index) else {
            return Ok(());
        };
        let location = |at: usize| self.found.quotes.get(at).map(|it| self.place.of(it.span));
        let repeats = self.repeats.get(index).into_iter().flatten();
        let mut places = vec![self.place.of(quote.span)];
        places.extend(repeats.filter_map(|&at| location(at)));
        let guess = quote.speaker.as_ref().is_some_and(|it| it.is_inferred);
        let is_grouped = !indent.is_empty();
        let doubt = if guess && is_grouped { " ?" } else { "" };
        let fuller = quote.fuller.and_then(location);
        let fuller = fuller.map_or(String::new(), |at| format!("  ↔ {at}"));
        let words = self.place.words(quote.span);
        let line = format!("{}  “{words}”{doubt}{fuller}", places.join(", "));
        writeln!(out, "{indent}{}", safe(&line))
    }

    /// `Ann Lee?, mayor · said`
    fn speaker(&self, quote: &Quote) -> String {
        let Some(speaker) = &quote.speaker else {
            return "speaker unknown".to_owned();
        };
        let doubt = if speaker.is_inferred { "?" } else { "" };
        let name = format!("{}{doubt}", speaker.name);
        let cue = quote.cue.map(|cue| self.place.words(cue));
        let cue = cue.map_or(String::new(), |cue| format!(" · {cue}"));
        with_role(&name, speaker.role.as_deref()) + &cue
    }
}

fn with_role(name: &str, role: Option<&str>) -> String {
    role.map_or_else(|| name.to_owned(), |role| format!("{name}, {role}"))
}

/// Where words stand, and how they read.
#[derive(Clone, Copy)]
struct Place<'a> {
    document: &'a Document,
    outline: &'a Outline,
}

impl Place<'_> {
    fn of(self, span: Span) -> String {
        self.outline.location(self.document.block_at(span.start))
    }

    /// The words on one line.
    fn words(self, span: Span) -> String {
        let visible = self.document.visible(span);
        visible.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Everything between quotation marks: what it was taken for and why, and who could have said it.
    fn explanations(self, explanations: &[Explanation], out: &mut impl Write) -> io::Result<()> {
        for it in explanations {
            let verdict = if it.is_quote { "a quote" } else { "no quote" };
            let line = format!("{}  “{}”", self.of(it.span), self.words(it.span));
            writeln!(out, "{}", safe(&line))?;
            writeln!(out, "    {verdict}: {}", reasons(&it.reasons))?;
            for choice in &it.candidates {
                self.choice(choice, out)?;
            }
        }
        Ok(())
    }

    fn choice(self, choice: &Choice, out: &mut impl Write) -> io::Result<()> {
        let sign = if choice.is_speaker { '>' } else { ' ' };
        let mention = self.words(choice.mention);
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
        writeln!(out, "  {sign} {}", safe(&line))
    }
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
