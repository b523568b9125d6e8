//! Entries of the list as they are told: whole, and with words for their signs.

use super::spoken::{counts, detail, spoken};
use super::text;
use crate::app::App;
use crate::app::findings::{Item, ItemId};
use crate::app::list::entries::Entries;
use crate::app::list::rows::{self, Line, PartRole, Style};
use crate::app::list::{Entry, Group, Kind};

/// Cells of a line that nothing is cut from.
const ROOM: usize = 30_000;

/// Which list is shown, and how much is in it.
pub(super) fn list(app: &App) -> String {
    let entries = app.entries();
    let kind = app.list.kind;
    match kind {
        Kind::Map => "Map of the sections.".to_owned(),
        Kind::All => format!("List of quotes and guarantees, {}.", entries.count(kind)),
        _ => format!(
            "List of {}, {}.",
            kind.name().to_lowercase(),
            entries.count(kind)
        ),
    }
}

/// The entry under the cursor.
pub(super) fn selected(app: &App) -> String {
    let entries = app.entries();
    let selected = app.page.list.iter().find(|row| row.is_selected);
    let Some(entry) = selected.map(|row| row.entry) else {
        return String::new();
    };
    let style = Style {
        width: ROOM,
        kind: app.list.kind,
        symbols: app.symbols,
        here: app.view.section,
        map: None,
    };
    let lines = rows::lines(entries, entry, style);
    match entry {
        Entry::Group(group) => heading(app, entries, group, &lines),
        _ => item(entry, app, &lines),
    }
}

/// `Section 2 of 5: Who pays?, 3 quotes, folded`
fn heading(app: &App, entries: Entries<'_>, group: Group, lines: &[Line]) -> String {
    let Some(first) = lines.first() else {
        return String::new();
    };
    let name = match group {
        Group::Section(section) => text::section(app, section),
        _ => words(first),
    };
    let is_here = matches!(group, Group::Section(section) if section == app.view.section);
    let has_more = entries.under(group).next().is_some();
    let fold = match entries.is_unfolded(group) {
        _ if !has_more => "",
        true => "unfolded",
        false => "folded",
    };
    let counts = counts(&first.right);
    let below: Vec<_> = lines.iter().skip(1).map(words).collect();
    let parts = [
        name,
        counts,
        fold.to_owned(),
        if is_here {
            "you are here".to_owned()
        } else {
            String::new()
        },
    ];
    let parts = parts.into_iter().chain(below).filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// `Quote, paragraph 1 “We pay.” Ann Lee, said`
fn item(entry: Entry, app: &App, lines: &[Line]) -> String {
    let items = app.article.items();
    let kind = match entry {
        Entry::Item(index) => items.get(index).map_or("", |item| name(item.id)),
        Entry::Hit(_) => "Hit",
        _ => "",
    };
    let lines = lines.iter().map(words).filter(|it| !it.is_empty());
    let words = lines.fold(String::new(), |told, line| behind(&told, &line));
    if kind.is_empty() {
        words
    } else {
        format!("{kind}, {words}")
    }
}

/// What a line says besides the signs before it.
fn words(line: &Line) -> String {
    let parts = line.parts.iter().filter(|part| part.role != PartRole::Sign);
    let text: String = parts
        .map(|part| match part.role {
            PartRole::Detail => detail(&part.text),
            _ => starting_with_a_place(&part.text),
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words of the article behind the place where they stand: only that is said otherwise.
fn starting_with_a_place(text: &str) -> String {
    let end = text
        .find(|c: char| !matches!(c, '§' | '¶' | '–' | ' ' | '.' | '0'..='9'))
        .unwrap_or(text.len());
    let place = crate::text::head(text, end);
    format!("{}{}", spoken(place), crate::text::tail(text, end))
}

fn name(id: ItemId) -> &'static str {
    match id {
        ItemId::Quote(_) => "Quote",
        ItemId::Speech(_) => "Turn",
        ItemId::Guarantee(_) => "Guarantee",
    }
}

/// The quote or guarantee that is marked: `Quote 3 of 7: “We pay.” Ann Lee, said, section 2 paragraph 1`
pub(super) fn marked(app: &App) -> Option<String> {
    let mark = app.view.marked?;
    let mut items = app.article.items_at(mark.span);
    let (_, item) = items.find(|(_, item)| app.list.kind.lists(item.id))?;
    let article = &app.article;
    let all = match item.id {
        ItemId::Quote(_) => article.quotes(),
        ItemId::Speech(_) => article.speeches(),
        ItemId::Guarantee(_) => article.guarantees(),
    };
    let Item {
        id, number, span, ..
    } = item;
    let place = article.locations(*span).to_string();
    let details = [detail(&rows::detail(article, item)), spoken(&place)];
    let details = details
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>();
    let words = rows::words(article, item);
    let words = format!("{} {number} of {all}: {words}", name(*id));
    Some(behind(&words, &details.join(", ")))
}

/// Words behind others, as a sentence of their own.
fn behind(told: &str, words: &str) -> String {
    let is_ended = told.ends_with(['.', '?', '!', '…', '”', '»', '"']);
    let gap = match told {
        "" => "",
        _ if is_ended => " ",
        _ => ". ",
    };
    format!("{told}{gap}{words}")
}
