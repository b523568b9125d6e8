//! What the entries of the list say, line by line.

use std::borrow::Cow;
use std::fmt;

use super::entries::Entries;
use super::map::{self, Scale};
use super::{Entry, Group, Kind, items_of};
use crate::app::article::Article;
use crate::app::degree::Degree;
use crate::app::findings::{Item, ItemId};
use crate::article::changes::{Change, ChangeKind};
use crate::article::guarantee::Guarantee;
use crate::article::quote::{Extent, Quote};
use crate::article::section::SectionId;
use crate::article::speaker::Attribution;
use crate::config::symbols::Symbols;
use crate::layout::wrap_text;
use crate::text::cluster::{Cluster, clusters, shorten, width};
use crate::text::head;

/// Lines that the words of an item take at the most.
const LONGEST: usize = 3;

/// Lines that are laid out to find those: a few more, for the lines that follow decide how even they are.
const CONSIDERED: usize = 3 * LONGEST;

/// Cells before the words of an item: its letter between spaces.
const INDENT: usize = 4;

/// Cells of the cursor, which is drawn before each line.
const CURSOR: usize = 1;

/// Cells between a heading and its counts.
const GAP: usize = 1;

/// Cells that are left free at the right edge.
const MARGIN: usize = 1;

/// One line of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its parts from left to right.
    pub parts: Vec<Part>,
    /// What stands at the right edge.
    pub right: String,
}

impl Line {
    /// The same line so many cells further to the right.
    fn indented(mut self, cells: usize) -> Self {
        if cells > 0 {
            self.parts
                .insert(0, part(" ".repeat(cells), PartRole::Detail));
        }
        self
    }
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// What it is.
    pub role: PartRole,
}

/// What a part of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// The heading of a section.
    Heading,
    /// `Q` or `G`, a fold mark.
    Sign,
    /// The words of a quote.
    Quote,
    /// The words of a guarantee.
    Guarantee,
    /// What is known about them.
    Detail,
    /// What was searched for.
    Hit,
}

pub(super) fn part(text: impl Into<String>, role: PartRole) -> Part {
    Part {
        text: text.into(),
        role,
    }
}

/// How entries are written.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// Cells of a line.
    pub width: usize,
    /// Which items are counted.
    pub kind: Kind,
    /// The signs that are drawn.
    pub symbols: Symbols,
    /// The section that is read; only there it is said that nothing was found.
    pub here: SectionId,
    /// What the bars of a map are drawn by, where one is listed.
    pub map: Option<Scale<'a>>,
}

/// Cells for the words of an item on a line of `width` cells.
fn room(width: usize) -> usize {
    width.saturating_sub(CURSOR + INDENT + MARGIN).max(1)
}

/// The lines of an entry; those of items stand under the heading of their section.
pub fn lines(entries: Entries<'_>, entry: Entry, style: Style<'_>) -> Vec<Line> {
    let article = entries.article;
    let group = entries.group_above(entry);
    let depth = match group {
        Group::Section(_) if style.kind == Kind::Hits => 0,
        Group::Section(section) => depth(article, section),
        Group::Voice(_) | Group::Degree(_) | Group::Change(_) => 0,
    };
    let width = style.width.saturating_sub(depth);
    let lines = match entry {
        Entry::Group(group) => {
            return group_lines(entries, group, style);
        }
        Entry::Hit(at) => vec![hit_line(entries, at, width)],
        Entry::Item(index) => article.items().get(index).map_or_else(Vec::new, |item| {
            item_lines(entries, item, group, Style { width, ..style })
        }),
        Entry::Repeat { place, .. } => {
            let at = article
                .items()
                .get(place)
                .map(|item| article.outline.location(item.block))
                .unwrap_or_default();
            vec![pointer("=", &at, "the same again", width)]
        }
        Entry::Reference { item, index } => {
            vec![reference_line(
                article,
                item,
                index,
                Style { width, ..style },
            )]
        }
    };
    lines.into_iter().map(|line| line.indented(depth)).collect()
}

/// Cells that the heading of a section stands further to the right than those of the first level.
fn depth(article: &Article, section: SectionId) -> usize {
    let level = article
        .outline
        .section(section)
        .map_or(0, |section| section.level);
    usize::from(level.saturating_sub(2)).min(4) * 2
}

/// How many lines an entry takes.
pub fn height(entries: Entries<'_>, entry: Entry, style: Style<'_>) -> usize {
    match entry {
        Entry::Hit(_) | Entry::Repeat { .. } | Entry::Reference { .. } => 1,
        Entry::Group(Group::Section(section)) if section != style.here => 1,
        _ => lines(entries, entry, style).len(),
    }
}

fn group_lines(entries: Entries<'_>, group: Group, style: Style<'_>) -> Vec<Line> {
    let article = entries.article;
    if !entries.contains(Entry::Group(group)) {
        return vec![nothing_at_all(entries, group, style)];
    }
    let is_unfolded = entries.is_unfolded(group);
    match group {
        Group::Section(section) => match style.map {
            Some(scale) => vec![map::line(entries, section, scale, style)],
            None => section_lines(entries, section, is_unfolded, style),
        },
        Group::Voice(voice) => voice_lines(entries, voice, is_unfolded, style),
        Group::Degree(degree) => degree_lines(entries, degree, is_unfolded, style),
        Group::Change(change) => change_lines(article, change, style.width),
    }
}

fn section_lines(
    entries: Entries<'_>,
    id: SectionId,
    is_unfolded: bool,
    style: Style<'_>,
) -> Vec<Line> {
    let article = entries.article;
    let items = || entries.under(Group::Section(id));
    let label = article
        .outline
        .label(id)
        .map(|label| format!("{label} "))
        .unwrap_or_default();
    let heading = Heading {
        depth: depth(article, id),
        label: &label,
        title: article.outline.title(id),
        behind: "",
    };
    let hits = entries.hits.map_or(0, |hits| hits.of_section(id).len());
    let mut counts = counts(items());
    if hits > 0 {
        let gap = if counts.is_empty() { "" } else { " " };
        counts = format!("{counts}{gap}/{hits}");
    }
    let mut lines = vec![heading.line(is_unfolded, counts, style)];
    let has_any = match style.kind {
        Kind::Hits => hits > 0,
        _ => items().next().is_some(),
    };
    if is_unfolded && id == style.here && !has_any {
        let depth = heading.depth;
        let width = style.width.saturating_sub(depth);
        let line = nothing_line(article, id, Style { width, ..style });
        lines.push(line.indented(depth));
    }
    lines
}

/// One who is quoted or gives guarantees, with what the article says they are.
fn voice_lines(
    entries: Entries<'_>,
    voice: usize,
    is_unfolded: bool,
    style: Style<'_>,
) -> Vec<Line> {
    let article = entries.article;
    let person = article.person(voice);
    let role = person.and_then(|person| person.role.as_deref());
    let note = person.and_then(|person| person.kind.note());
    let behind = match (role, note) {
        (Some(role), _) => format!(", {role}"),
        (None, Some(note)) => format!(" ({note})"),
        (None, None) => String::new(),
    };
    let heading = Heading {
        depth: 0,
        label: "",
        title: person.map_or("nobody named", |person| &person.name),
        behind: &behind,
    };
    let items = entries.under(Group::Voice(voice));
    vec![heading.line(is_unfolded, counts(items), style)]
}

/// A degree of firmness, or of sureness.
fn degree_lines(
    entries: Entries<'_>,
    degree: Degree,
    is_unfolded: bool,
    style: Style<'_>,
) -> Vec<Line> {
    let heading = Heading {
        depth: 0,
        label: "",
        title: degree.heading(),
        behind: "",
    };
    let items = entries.under(Group::Degree(degree));
    vec![heading.line(is_unfolded, counts(items), style)]
}

/// What the list says when there is nothing in it.
fn nothing_at_all(entries: Entries<'_>, group: Group, style: Style<'_>) -> Line {
    let text = match group {
        _ if !entries.article.is_annotated() => "still looking …",
        _ if entries.list.filter.is_some() => "nothing fits the filter",
        Group::Voice(_) => "nobody is quoted, nobody promises anything",
        _ => "found nothing",
    };
    let text = format!("  {}", shorten(text, room(style.width)));
    Line {
        parts: vec![part(text, PartRole::Detail)],
        right: String::new(),
    }
}

/// What has changed: its sign, where it is, the words that are gone and those that are new; then what it is.
fn change_lines(article: &Article, index: usize, width: usize) -> Vec<Line> {
    let Some(change) = article.changes.get(index) else {
        return vec![Line::default()];
    };
    let location = article
        .outline
        .location(article.document.block_at(change.span.start));
    let words = change_words(article, change);
    let room = room(width);
    let lines = clipped(format!("{location} {words}").trim_end(), room);
    let mut lines: Vec<_> = (0..)
        .zip(lines)
        .map(|(number, text)| {
            let sign = if number == 0 { change.kind.sign() } else { " " };
            Line {
                parts: vec![
                    part(format!("  {sign} "), PartRole::Sign),
                    part(text, PartRole::Quote),
                ],
                right: String::new(),
            }
        })
        .collect();
    let mut detail = format!("{} {}", change.subject.name(), change.kind.name());
    for note in &change.notes {
        detail = format!("{detail} · {note}");
    }
    lines.push(Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(shorten(&detail, room), PartRole::Detail),
        ],
        right: String::new(),
    });
    lines
}

/// `gone → new`, one of them where there is no other.
pub fn change_words(article: &Article, change: &Change) -> String {
    let new = change
        .words
        .iter()
        .map(|&span| article.document.visible(span));
    let new = new.collect::<Vec<_>>().join(" … ");
    match (change.kind, change.gone.is_empty(), new.is_empty()) {
        (ChangeKind::Changed, false, false) => format!("“{}” → “{new}”", change.gone),
        (ChangeKind::Changed, false, true) => format!("without “{}”", change.gone),
        (ChangeKind::Changed, true, false) => format!("with “{new}”"),
        (ChangeKind::Changed, true, true) | (ChangeKind::Moved, ..) => {
            article.document.visible(change.span)
        }
        (ChangeKind::Removed, ..) => change.gone.clone(),
        (ChangeKind::Added, ..) => new,
    }
}

/// The heading of a group.
struct Heading<'a> {
    /// Cells that it stands further to the right.
    depth: usize,
    label: &'a str,
    title: &'a str,
    /// What is said of it behind its title, where there is room.
    behind: &'a str,
}

impl Heading<'_> {
    fn line(&self, is_unfolded: bool, counts: String, style: Style<'_>) -> Line {
        let sign = if is_unfolded { "▾" } else { "▸" };
        let sign = format!("{} ", style.symbols.of(sign));
        let taken =
            CURSOR + self.depth + width(&sign) + width(self.label) + GAP + width(&counts) + MARGIN;
        let room = style.width.saturating_sub(taken);
        let title = shorten(self.title, room);
        let left = room.saturating_sub(width(&title));
        Line {
            parts: vec![
                part(" ".repeat(self.depth), PartRole::Detail),
                part(sign, PartRole::Sign),
                part(self.label, PartRole::Detail),
                part(title, PartRole::Heading),
                part(shorten(self.behind, left), PartRole::Detail),
            ],
            right: counts,
        }
    }
}

/// `T1 Q2 G1`: how many places of each kind.
pub(super) fn counts<'a>(items: impl Iterator<Item = &'a Item>) -> String {
    let (mut turns, mut quotes, mut guarantees) = (0, 0, 0);
    for item in items {
        match item.id {
            ItemId::Speech(_) => turns += 1,
            ItemId::Quote(_) => quotes += 1,
            ItemId::Guarantee(_) => guarantees += 1,
        }
    }
    let counts = [('T', turns), ('Q', quotes), ('G', guarantees)];
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(letter, count)| format!("{letter}{count}"));
    counts.collect::<Vec<_>>().join(" ")
}

/// What stands under a section where nothing was found.
fn nothing_line(article: &Article, section: SectionId, style: Style<'_>) -> Line {
    let behind = items_of(article, section).end;
    let next = article
        .items()
        .iter()
        .skip(behind)
        .find(|item| style.kind.lists(item.id))
        .and_then(|item| article.outline.label(item.section));
    let what = match style.kind {
        Kind::All | Kind::People | Kind::Changes | Kind::Map => "nothing",
        Kind::Hits => "no hits",
        Kind::Quotes => "no quotes",
        Kind::Guarantees => "no guarantees",
    };
    let text = match next {
        Some(next) => format!("found {what} here · next in {next}"),
        None if !article.is_annotated() && style.kind != Kind::Hits => "still looking …".to_owned(),
        None => format!("found {what} here"),
    };
    let text = shorten(&text, room(style.width)).into_owned();
    Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(text, PartRole::Detail),
        ],
        right: String::new(),
    }
}

/// A hit: its paragraph, and the words around it.
fn hit_line(entries: Entries<'_>, at: u32, width: usize) -> Line {
    let hit = entries
        .hits
        .and_then(|hits| Some((hits, hits.get(hits.index(at)?)?)));
    let Some((hits, hit)) = hit else {
        return Line::default();
    };
    let paragraph = entries.article.outline.paragraph(hit.block);
    let paragraph = paragraph.map_or_else(String::new, |number| format!("¶{number} "));
    let room = room(width).saturating_sub(crate::text::cluster::width(&paragraph));
    let mut parts = vec![part(format!("    {paragraph}"), PartRole::Detail)];
    parts.extend(hits.context(hit, room));
    Line {
        parts,
        right: String::new(),
    }
}

/// Under a section an item tells its paragraph and whose it is, under a name where it stands.
fn item_lines(entries: Entries<'_>, item: &Item, group: Group, style: Style<'_>) -> Vec<Line> {
    let article = entries.article;
    let (letter, role) = match item.id {
        ItemId::Quote(_) => ("Q", PartRole::Quote),
        ItemId::Speech(_) => ("T", PartRole::Quote),
        ItemId::Guarantee(_) => ("G", PartRole::Guarantee),
    };
    let mut details = details(article, item);
    if matches!(group, Group::Voice(_)) {
        details.hide_name();
    }
    let mut detail = details.to_string();
    if !item.repeats.is_empty() {
        let times = style.symbols.of("×");
        detail = format!("{times}{} · {detail}", item.repeats.len() + 1);
    }
    if entries.list.hidden.has(item) {
        detail = format!("hidden · {detail}");
    }
    let blocks = article.document.blocks_of(item.span);
    let paragraph = match group {
        Group::Section(_) => article.outline.paragraphs(&blocks),
        Group::Voice(_) | Group::Degree(_) | Group::Change(_) => article.outline.locations(&blocks),
    };
    let gap = if paragraph.is_empty() { "" } else { " " };
    let words = format!("{paragraph}{gap}{}", words(article, item));
    let room = room(style.width);
    let mut lines = Vec::new();
    for (index, text) in clipped(&words, room).into_iter().enumerate() {
        let sign = if index == 0 { letter } else { " " };
        lines.push(Line {
            parts: vec![part(format!("  {sign} "), PartRole::Sign), part(text, role)],
            right: String::new(),
        });
    }
    let detail = shorten(&detail, room).into_owned();
    lines.push(Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(detail, PartRole::Detail),
        ],
        right: String::new(),
    });
    lines
}

/// The words of an item as a reader sees them: quotes in their marks.
pub fn words(article: &Article, item: &Item) -> String {
    let quote = match item.id {
        ItemId::Quote(index) => article.quote(index),
        ItemId::Speech(_) | ItemId::Guarantee(_) => None,
    };
    quote.map_or_else(
        || article.document.visible(item.span),
        |quote| format!("“{}”", quote.words(&article.document)),
    )
}

/// At most [`LONGEST`] lines; what is left out is marked.
fn clipped(text: &str, room: usize) -> Vec<String> {
    let mut cells = 0;
    let is_enough = |cluster: &Cluster<'_>| {
        cells += cluster.width;
        cells > CONSIDERED * room
    };
    let enough = clusters(text).find(is_enough);
    let text = enough.map_or(text, |cluster| head(text, cluster.at));
    let ranges = wrap_text(text, crate::text::num::cells(room));
    let rest = ranges.len() > LONGEST;
    let mut lines: Vec<String> = ranges
        .into_iter()
        .take(LONGEST)
        .map(|range| crate::text::cut(text, range).to_owned())
        .collect();
    if let Some(last) = lines.last_mut().filter(|_| rest) {
        *last = format!("{} […]", whole_words(last, room.saturating_sub(4)));
    }
    lines
}

/// As many words of `text` as fit in `cells`.
fn whole_words(text: &str, cells: usize) -> &str {
    match shorten(text, cells) {
        Cow::Borrowed(all) => all,
        Cow::Owned(part) => {
            let part = head(text, part.len().saturating_sub('…'.len_utf8()));
            part.rfind(' ').map_or(part, |space| head(part, space))
        }
    }
}

/// What is known about an item: speaker, cue, extent; or actor, cue, firmness.
pub fn detail(article: &Article, item: &Item) -> String {
    details(article, item).to_string()
}

/// What is known about an item.
#[derive(Default)]
struct Details<'a> {
    /// Whose it is.
    who: Option<&'a Attribution>,
    /// Whether that is left out, but for doubts.
    is_nameless: bool,
    /// The rest.
    others: Vec<String>,
}

impl Details<'_> {
    /// Leaves the name out, which stands above.
    fn hide_name(&mut self) {
        self.is_nameless = true;
    }
}

impl fmt::Display for Details<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = match self.who {
            Some(who) if !self.is_nameless => speaker(who),
            Some(who) if who.is_inferred => "?".to_owned(),
            _ => String::new(),
        };
        let parts = [&who].into_iter().chain(&self.others);
        let parts: Vec<_> = parts
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect();
        f.write_str(&parts.join(" · "))
    }
}

fn details<'a>(article: &'a Article, item: &Item) -> Details<'a> {
    let details = match item.id {
        ItemId::Quote(index) => article
            .quote(index)
            .map(|quote| quote_details(article, quote)),
        ItemId::Speech(index) => article.speech(index).map(|it| Details {
            who: Some(&it.speaker),
            others: vec!["a turn".to_owned()],
            ..Details::default()
        }),
        ItemId::Guarantee(index) => article.guarantee(index).map(|it| Details {
            who: it.actor.as_ref(),
            others: guarantee_others(article, it),
            ..Details::default()
        }),
    };
    details.unwrap_or_default()
}

/// The words that decided it, and how firm it is.
fn guarantee_others(article: &Article, guarantee: &Guarantee) -> Vec<String> {
    let cue = guarantee.cue.map(|cue| article.document.visible(cue));
    let firmness = guarantee.firmness.name().to_owned();
    cue.into_iter().chain([firmness]).collect()
}

fn quote_details<'a>(article: &Article, quote: &'a Quote) -> Details<'a> {
    let unknown = "speaker unknown".to_owned();
    let others = [
        quote.speaker.is_none().then_some(unknown),
        quote.cue.map(|cue| article.document.visible(cue)),
        (quote.extent == Extent::Full).then(|| "full quote".to_owned()),
    ];
    Details {
        who: quote.speaker.as_ref(),
        others: others.into_iter().flatten().collect(),
        ..Details::default()
    }
}

/// The name, with `?` behind one that is a guess.
fn speaker(speaker: &Attribution) -> String {
    format!(
        "{}{}",
        speaker.name,
        if speaker.is_inferred { "?" } else { "" }
    )
}

fn reference_line(article: &Article, item: usize, index: usize, style: Style<'_>) -> Line {
    let Some(block) = article.reference(item, index).map(|mark| mark.block) else {
        return Line::default();
    };
    let is_quote = matches!(
        article.items().get(item).map(|item| item.id),
        Some(ItemId::Quote(_))
    );
    let section = article.outline.section(article.outline.section_of(block));
    let what = match section {
        _ if is_quote => "the fuller quote",
        Some(section) => &section.title,
        None => "",
    };
    let leads = style.symbols.of("↔");
    pointer(leads, &article.outline.location(block), what, style.width)
}

fn pointer(sign: &str, location: &str, what: &str, width: usize) -> Line {
    let room = room(width);
    let text = format!("{sign} {location} {what}");
    Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(shorten(text.trim_end(), room), PartRole::Detail),
        ],
        right: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, room: usize, expected: &[&str]) {
        assert_eq!(clipped(text, room), expected);
    }

    #[test]
    fn words_are_clipped_to_three_lines() {
        check("", 20, &[]);
        check("a few words", 20, &["a few words"]);
        check(
            "some words on two lines",
            12,
            &["some words", "on two lines"],
        );
        let lines = ["one two", "three", "four […]"];
        let text = "one two three four five six seven eight nine ten";
        check(text, 10, &lines);
        // No more is laid out than is needed: this would take long.
        check(
            &format!("{text} {}", "more words ".repeat(2_000_000)),
            10,
            &lines,
        );
    }
}
