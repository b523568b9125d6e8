//! Listings: what was found in articles, line by line, for people to read.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::process::ExitCode;

use super::args::{ToCite, ToRead};
use super::opened::{self, Opened};
use super::{answered, say};
use crate::article::people::Person;
use crate::article::section::{Locations, Outline, SectionId};
use crate::article::speaker::Attribution;
use crate::citation::excerpt::Excerpt;
use crate::citation::{Citation, Form, Source};
use crate::doc::Document;
use crate::input::{Origin, Terms};
use crate::text::cluster::printed;
use crate::text::span::Span;

/// Where it is written.
pub(super) type Out = BufWriter<StdoutLock<'static>>;

/// Lists every article. One that cannot be opened is named on standard error, and the others are still listed.
pub(super) fn each(
    to_read: &ToRead,
    terms: &Terms,
    list: impl Fn(Context<'_>, &mut Out) -> io::Result<()>,
) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut has_failed = false;
    for (number, argument) in to_read.articles.iter().enumerate() {
        let origin = Origin::of(argument);
        let Opened { document, address } = match opened::open(&origin, to_read.from, terms) {
            Ok(opened) => opened,
            Err(error) => {
                out.flush()?;
                say(&error.to_string());
                has_failed = true;
                continue;
            }
        };
        if to_read.articles.len() > 1 {
            let gap = if number > 0 { "\n" } else { "" };
            writeln!(out, "{gap}== {}", origin.name())?;
        }
        let outline = &Outline::of(&document);
        let context = Context {
            document: &document,
            outline,
            source: &Source::new(document.meta(), &origin.name(), address.as_deref()),
        };
        list(context, &mut out)?;
    }
    out.flush()?;
    Ok(answered(has_failed))
}

/// The article that words stand in: where in it, and how they read.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) document: &'a Document,
    pub(super) outline: &'a Outline,
    pub(super) source: &'a Source,
}

impl Context<'_> {
    /// `§4 ¶1`, `§4 ¶1–3`
    pub(super) fn of(self, span: Span) -> String {
        self.locations(span).to_string()
    }

    fn locations(self, span: Span) -> Locations {
        self.outline.locations(&self.document.blocks_of(span))
    }

    /// The section that words stand in.
    pub(super) fn section(self, span: Span) -> SectionId {
        self.outline.section_of(self.document.block_at(span.start))
    }

    /// `§4 Who pays?`
    pub(super) fn heading(self, section: SectionId) -> String {
        let label = self.outline.label(section);
        let label = label.map_or(String::new(), |label| format!("{label} "));
        label + self.outline.title(section)
    }

    /// The words on one line.
    pub(super) fn words(self, span: Span) -> String {
        on_one_line(&self.document.visible(span))
    }
}

/// Words without the ends of their lines.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How words are cited.
#[derive(Clone, Copy)]
pub(super) struct Citing {
    pub(super) form: Form,
    pub(super) has_fragment: bool,
}

impl Citing {
    /// How the arguments ask for it; `None` where they do not.
    pub(super) fn of(arguments: &ToCite) -> Option<Self> {
        Some(Self {
            form: arguments.form?,
            has_fragment: !arguments.no_fragment,
        })
    }
}

/// Writes words as they are cited, each with who says them, with blank lines between.
pub(super) fn cite(
    context: Context<'_>,
    citing: Citing,
    cited: impl Iterator<Item = (Span, Option<Attribution>)>,
    out: &mut Out,
) -> io::Result<()> {
    for (number, (span, speaker)) in cited.enumerate() {
        let citation = Citation {
            excerpt: &Excerpt::of(context.document, span),
            speaker: speaker.as_ref(),
            place: &context.locations(span),
            source: context.source,
            has_fragment: citing.has_fragment,
        };
        if number > 0 {
            writeln!(out)?;
        }
        for line in citation.write(citing.form).lines() {
            let cells: Vec<_> = line.split('\t').map(printed).collect();
            writeln!(out, "{}", cells.join("\t"))?;
        }
    }
    Ok(())
}

/// For each of a list, the later ones that are the same; `same_as` tells the first of them.
pub(super) fn repeats(same_as: impl ExactSizeIterator<Item = Option<usize>>) -> Vec<Vec<usize>> {
    let mut repeats = vec![Vec::new(); same_as.len()];
    for (index, first) in same_as.enumerate() {
        if let Some(repeats) = first.and_then(|first| repeats.get_mut(first)) {
            repeats.push(index);
        }
    }
    repeats
}

/// What is listed under each title, by index, in the order in which the titles come first.
pub(super) fn grouped(titles: impl Iterator<Item = (usize, String)>) -> Vec<(String, Vec<usize>)> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    let mut numbers = std::collections::HashMap::new();
    for (index, title) in titles {
        let number = *numbers.entry(title.clone()).or_insert(groups.len());
        if number == groups.len() {
            groups.push((title, Vec::new()));
        }
        groups[number].1.push(index);
    }
    groups
}

/// Writes a title with its count.
pub(super) fn title(title: &str, count: usize, out: &mut Out) -> io::Result<()> {
    writeln!(out, "{} · {count}", printed(title))
}

/// `Ann Lee?, mayor`
pub(super) fn whose(attribution: &Attribution) -> String {
    let doubt = if attribution.is_inferred { "?" } else { "" };
    let name = format!("{}{doubt}", attribution.name);
    with_role(&name, attribution.role.as_deref())
}

/// `Ann Lee, mayor`, `Kent City Council (a body)`
pub(super) fn described(person: &Person) -> String {
    match (&person.role, person.kind.note()) {
        (None, Some(note)) => format!("{} ({note})", person.name),
        (role, _) => with_role(&person.name, role.as_deref()),
    }
}

/// `Ann Lee, mayor`
pub(super) fn with_role(name: &str, role: Option<&str>) -> String {
    role.map_or_else(|| name.to_owned(), |role| format!("{name}, {role}"))
}
