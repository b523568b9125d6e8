//! `sidenote guarantees`: what is promised, and by whom, for people to read.

use std::io::{self, Write};
use std::process::ExitCode;

use super::args::{GuaranteeOrder, Guarantees};
use super::listing::{self, Citing, Context, Out, with_role};
use super::say;
use crate::article::guarantee::sighting::{Sighting, sightings};
use crate::article::guarantee::{Firmness, Guarantee, GuaranteeKind};
use crate::article::speaker::Attribution;
use crate::article::{self, Annotations};
use crate::input::Terms;
use crate::text::cluster::printed;
use crate::text::span::Span;

/// Whether guarantees as firm as that are asked for.
fn is_listed(request: &Guarantees, firmness: Firmness) -> bool {
    request.weak || firmness != Firmness::Weak
}

/// Prints the guarantees of every article.
pub(super) fn run(request: &Guarantees, terms: &Terms) -> io::Result<ExitCode> {
    listing::each(&request.read, terms, |context, out| {
        list(context, request, out)
    })
}

fn list(context: Context<'_>, request: &Guarantees, out: &mut Out) -> io::Result<()> {
    let found = article::annotate(context.document, context.outline);
    let mut listed = found.guarantees.iter();
    let is_any = listed.any(|it| is_listed(request, it.firmness));
    if !is_any && !context.document.is_empty() {
        say("found no guarantees");
    }
    let same_as = found.guarantees.iter().map(|it| it.same_as);
    let listing = Listing {
        context,
        repeats: listing::repeats(same_as),
        found: &found,
        request,
    };
    if request.explain {
        return listing.explanations(&sightings(context.document), out);
    }
    if let Some(citing) = Citing::of(&request.cite) {
        let cited = listing.cited().into_iter();
        return listing::cite(context, citing, cited, out);
    }
    match request.by {
        GuaranteeOrder::Place => listing.by_place(out),
        GuaranteeOrder::Actor => listing.by_actor(out),
        GuaranteeOrder::Firmness => listing.by_firmness(out),
        GuaranteeOrder::Section => listing.by_section(out),
    }
}

/// What stands in the place of an actor where there is none.
const NOBODY: &str = "nobody named";

/// The guarantees of an article, to be written line by line.
struct Listing<'a> {
    context: Context<'a>,
    found: &'a Annotations,
    repeats: Vec<Vec<usize>>,
    request: &'a Guarantees,
}

impl Listing<'_> {
    /// Those that are listed, with their indices. What is named again is listed once.
    fn listed(&self) -> impl Iterator<Item = (usize, &Guarantee)> {
        let all = &self.found.guarantees;
        let is_wanted = |it: &Guarantee| is_listed(self.request, it.firmness);
        let is_again = move |it: &Guarantee| {
            let first = it.same_as.and_then(|first| all.get(first));
            first.is_some_and(is_wanted)
        };
        let all = all.iter().enumerate();
        all.filter(move |(_, it)| is_wanted(it) && !is_again(it))
    }

    /// What is cited, in the order that is asked for. The words are the article's own, unless they stand in a quote or a turn: who gives a
    /// guarantee has not said them.
    fn cited(&self) -> Vec<(Span, Option<Attribution>)> {
        let mut listed: Vec<_> = self.listed().map(|(_, it)| it).collect();
        match self.request.by {
            GuaranteeOrder::Place | GuaranteeOrder::Section => {}
            GuaranteeOrder::Firmness => listed.sort_by_key(|it| it.firmness),
            GuaranteeOrder::Actor => {
                let number = |it: &Guarantee| self.found.people.number(&it.actor.as_ref()?.name);
                listed.sort_by_key(|it| number(it).unwrap_or(usize::MAX));
            }
        }
        let spans = listed.into_iter().map(|it| it.span);
        spans.map(|it| (it, self.found.speaker_of(it))).collect()
    }

    /// In reading order, each with who gives it, how firm it is, and what decided that.
    fn by_place(&self, out: &mut Out) -> io::Result<()> {
        let mut listed = self.listed();
        listed.try_for_each(|(index, _)| self.guarantee(index, out))
    }

    /// Under those who give them, in the order of the article; at the end those of nobody named.
    fn by_actor(&self, out: &mut Out) -> io::Result<()> {
        let title = |it: &Guarantee| {
            let is_known = |it: &&Attribution| self.found.people.number(&it.name).is_some();
            let actor = it.actor.as_ref().filter(is_known);
            actor.map_or(NOBODY.to_owned(), |actor| {
                with_role(&actor.name, actor.role.as_deref())
            })
        };
        let mut groups = listing::grouped(self.listed().map(|(at, it)| (at, title(it))));
        groups.sort_by_key(|(title, _)| title == NOBODY);
        self.groups(groups, out)
    }

    /// The firm ones first.
    fn by_firmness(&self, out: &mut Out) -> io::Result<()> {
        let mut listed: Vec<_> = self.listed().collect();
        listed.sort_by_key(|(_, it)| it.firmness);
        let titles = listed.iter();
        let titles = titles.map(|(at, it)| (*at, it.firmness.name().to_owned()));
        self.groups(listing::grouped(titles), out)
    }

    fn by_section(&self, out: &mut Out) -> io::Result<()> {
        let heading = |it: &Guarantee| self.context.heading(self.context.section(it.span));
        let titles = self.listed().map(|(at, it)| (at, heading(it)));
        self.groups(listing::grouped(titles), out)
    }

    fn groups(&self, groups: Vec<(String, Vec<usize>)>, out: &mut Out) -> io::Result<()> {
        for (title, indices) in groups {
            listing::title(&title, indices.len(), out)?;
            for index in indices {
                self.guarantee(index, out)?;
            }
        }
        Ok(())
    }

    /// The words with where they stand, where else, and where they are taken up; then who gives it, how firm it is, and what decided that,
    /// as far as it is not written above.
    fn guarantee(&self, index: usize, out: &mut Out) -> io::Result<()> {
        let Some(guarantee) = self.found.guarantees.get(index) else {
            return Ok(());
        };
        let repeats = self.repeats.get(index).into_iter().flatten();
        let others = repeats.filter_map(|&at| self.found.guarantees.get(at));
        let mut places = vec![self.context.of(guarantee.span)];
        places.extend(others.map(|it| self.context.of(it.span)));
        let references = guarantee.see_also.iter();
        let references: Vec<_> = references
            .map(|it| self.context.outline.location(it.block).to_string())
            .filter(|place| !places.contains(place))
            .collect();
        let references = if references.is_empty() {
            String::new()
        } else {
            format!("  ↔ {}", references.join(", "))
        };
        let words = self.context.words(guarantee.span);
        let by = self.request.by;
        let guess = guarantee.actor.as_ref().is_some_and(|it| it.is_inferred);
        let doubt = if guess && by == GuaranteeOrder::Actor {
            " ?"
        } else {
            ""
        };
        let line = format!("{}  {words}{doubt}{references}", places.join(", "));
        let indent = if by == GuaranteeOrder::Place {
            ""
        } else {
            "  "
        };
        writeln!(out, "{indent}{}", printed(&line))?;
        let who = guarantee.actor.as_ref().map(listing::whose);
        let firmness = Some(guarantee.firmness.name().to_owned());
        let details = match by {
            GuaranteeOrder::Actor => return Ok(()),
            GuaranteeOrder::Firmness => {
                let who = who.unwrap_or_else(|| NOBODY.to_owned());
                self.details(guarantee, [Some(who), None])
            }
            GuaranteeOrder::Place | GuaranteeOrder::Section => {
                self.details(guarantee, [who, firmness])
            }
        };
        writeln!(out, "{indent}    {}", printed(&details))
    }

    /// `Ann Lee · firm · promised`
    fn details(&self, guarantee: &Guarantee, first: [Option<String>; 2]) -> String {
        let cue = guarantee.cue.map(|cue| self.context.words(cue));
        let lead_in = match guarantee.kind {
            GuaranteeKind::Item { lead_in } => lead_in.map(|span| self.context.words(span)),
            GuaranteeKind::Sentence => None,
        };
        let parts = first.into_iter().chain([cue, lead_in]).flatten();
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// The words that lead into lists of guarantees, each once, in reading order.
    fn lead_ins(&self) -> Vec<Span> {
        let lead_in = |it: &Guarantee| match it.kind {
            GuaranteeKind::Item { lead_in } => lead_in,
            GuaranteeKind::Sentence => None,
        };
        let mut spans: Vec<_> = self.found.guarantees.iter().filter_map(lead_in).collect();
        spans.dedup();
        spans.sort();
        spans
    }

    /// Every word that can promise, what it was taken for and what was seen; and the items of lists that promise, with their lead-ins.
    fn explanations(&self, sightings: &[Sighting], out: &mut Out) -> io::Result<()> {
        let is_item = |it: &&Guarantee| matches!(it.kind, GuaranteeKind::Item { .. });
        let items = self.listed().map(|(_, it)| it).filter(is_item);
        let item = |it: &Guarantee| {
            let firmness = Some(it.firmness.name().to_owned());
            let kind = Some("an item".to_owned());
            (it.span, self.details(it, [kind, firmness]))
        };
        let seen = |it: &Sighting| {
            let firmness = it.firmness.map_or("none", Firmness::name);
            let cue = self.context.words(it.cue);
            (
                it.words,
                format!("{firmness} · {cue}: {}", it.seen.join(", ")),
            )
        };
        let lead_ins = self.lead_ins();
        let leads_in = |it: &Sighting| {
            let after = lead_ins.partition_point(|span| span.start <= it.cue.start);
            let before = after.checked_sub(1).and_then(|at| lead_ins.get(at));
            before.is_some_and(|span| span.covers(it.cue))
        };
        let is_listed = |it: &&Sighting| {
            (self.request.weak || it.firmness != Some(Firmness::Weak)) && !leads_in(it)
        };
        let mut lines: Vec<_> = items.map(item).collect();
        lines.extend(sightings.iter().filter(is_listed).map(seen));
        lines.sort_by_key(|(span, _)| *span);
        let mut shown = None;
        for (span, why) in lines {
            // A sentence with many words that can promise is written once, so that the whole grows with the article.
            if shown.replace(span) != Some(span) {
                let line = format!("{}  {}", self.context.of(span), self.context.words(span));
                writeln!(out, "{}", printed(&line))?;
            }
            writeln!(out, "    {}", printed(&why))?;
        }
        Ok(())
    }
}
