//! The walk over the elements of an article: each of them said to the writer.
//!
//! Goes down and up without recursion: what an element began is kept in a list, and ended when the walk leaves it.

use dom_query::NodeRef;

use super::super::block::{BlockKind, ListId, RowKind};
use super::super::run::Marks;
use super::code;
use super::notes::{self, Notes};
use super::table::Table;
use super::tag;
use super::writer::{Kind, Sign, Writer};
use crate::text::script::Script;

/// Elements that programs which colour code make of its lines.
const CODE_LINES: &[&str] = &["div", "p", "ol", "li", "table", "tbody", "tr", "td"];

/// The longest heading, in bytes: a longer one is a paragraph that looks like one.
const LONGEST_HEADING: usize = 600;

/// The longest words for a picture, in characters.
const LONGEST_WORDS: usize = 300;

/// Writes all that stands in an element, as blocks.
pub(super) fn write(writer: &mut Writer, root: NodeRef<'_>, notes: &Notes) {
    walk(writer, root, notes);
    writer.border();
}

fn walk(writer: &mut Writer, root: NodeRef<'_>, notes: &Notes) {
    let mut walk = Walk {
        writer,
        notes,
        open: Vec::new(),
        lists: Vec::new(),
        in_note: 0,
    };
    let mut next = root.first_child();
    while let Some(node) = next {
        let inner = if walk.enter(&node) {
            node.first_child()
        } else {
            None
        };
        next = inner.or_else(|| walk.climb(node));
    }
}

/// What an element began, to be ended behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    Nothing,
    Border,
    /// Space in a line, where a border would be.
    Apart,
    /// A line of code.
    CodeLine,
    Style,
    Kind,
    Frame,
    Note,
    List,
    Quotation,
    /// How the words before it are read.
    Gloss,
}

struct List {
    id: ListId,
    number: Option<i64>,
    step: i64,
    sign: char,
}

struct Walk<'w, 'n> {
    writer: &'w mut Writer,
    notes: &'n Notes,
    open: Vec<Opened>,
    lists: Vec<List>,
    /// How many footnotes are open.
    in_note: usize,
}

impl Walk<'_, '_> {
    /// The node behind `node` and all that stands in it.
    fn climb<'a>(&mut self, mut node: NodeRef<'a>) -> Option<NodeRef<'a>> {
        loop {
            if let Some(next) = node.next_sibling() {
                return Some(next);
            }
            if self.open.is_empty() {
                return None;
            }
            node = node.parent()?;
            self.leave();
        }
    }

    /// Begins what a node is. Whether the walk goes into it; then it is in `open`.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            self.script(node);
            return false;
        }
        let Some(name) = node.node_name().filter(|name| !tag::is_hidden(name)) else {
            return false;
        };
        if let Some(place) = node
            .attr("id")
            .or_else(|| node.attr("name").filter(|_| *name == *"a"))
        {
            self.writer.anchor(&place);
        }
        let opened = match self.element(&name, node) {
            Some(opened) if node.first_child().is_some() => opened,
            Some(opened) => {
                self.end(opened);
                return false;
            }
            None => return false,
        };
        self.open.push(opened);
        true
    }

    fn text(&mut self, text: &str) {
        if self.writer.is_verbatim() {
            self.writer.verbatim(text);
        } else {
            self.writer.text(text);
        }
    }

    /// Adds text; what stands above or below the line, in small signs where there are such.
    fn script(&mut self, node: &NodeRef<'_>) {
        let text = node.text();
        let parent = node.parent().and_then(|parent| parent.node_name());
        let script = parent.and_then(|name| Script::of(&name));
        match script.and_then(|script| script.write(text.trim())) {
            Some(small) if !self.writer.is_verbatim() => self.text(&small),
            _ => self.text(&text),
        }
    }

    /// Begins an element; `None` for one whose content is passed over.
    fn element(&mut self, name: &str, node: &NodeRef<'_>) -> Option<Opened> {
        if tag::is_inline(name) {
            return self.inline(name, node);
        }
        if name == "br" {
            self.line_break();
            return None;
        }
        if self.writer.is_line() {
            self.writer.apart();
            return Some(Opened::Apart);
        }
        if self.writer.is_verbatim() && CODE_LINES.contains(&name) {
            self.writer.line_of_code();
            return Some(Opened::CodeLine);
        }
        if let Some(label) = self.notes.text(node) {
            self.writer.enter(Kind::Note(label.to_owned()));
            self.in_note += 1;
            return Some(Opened::Note);
        }
        self.block(name, node)
    }

    fn block(&mut self, name: &str, node: &NodeRef<'_>) -> Option<Opened> {
        if let Some(level) = tag::heading(name) {
            return Some(self.line(BlockKind::Heading(level), node));
        }
        match name {
            "hr" => {
                self.writer.rule();
                return None;
            }
            "dt" | "summary" => return Some(self.line(BlockKind::Term, node)),
            "pre" | "listing" | "xmp" => {
                self.writer.begin_code(code::language(node));
                return Some(Opened::Kind);
            }
            "blockquote" => {
                self.writer.enter(Kind::Quote);
                return Some(Opened::Frame);
            }
            "ul" | "ol" | "menu" | "dir" => {
                self.list(name, node);
                return Some(Opened::List);
            }
            "li" if !self.lists.is_empty() => {
                let kind = self.item(node);
                self.writer.enter(kind);
                return Some(Opened::Frame);
            }
            "table" => {
                if let Some(table) = Table::of(node) {
                    self.table(&table);
                    return None;
                }
            }
            "p" => self.writer.paragraph(),
            _ => {}
        }
        self.writer.border();
        Some(Opened::Border)
    }

    /// A block of one line, unless more stands in it than belongs there.
    fn line(&mut self, kind: BlockKind, node: &NodeRef<'_>) -> Opened {
        let holds = |name: &str| {
            tag::heading(name).is_some()
                || matches!(name, "p" | "ul" | "ol" | "table" | "pre" | "blockquote")
        };
        let mut inner = node.descendants_it().filter_map(|node| node.node_name());
        if node.text().len() > LONGEST_HEADING
            || inner.any(|name| holds(&name) && (name != *"p" || kind == BlockKind::Term))
        {
            self.writer.border();
            return Opened::Border;
        }
        self.writer.begin_kind(kind);
        Opened::Kind
    }

    fn inline(&mut self, name: &str, node: &NodeRef<'_>) -> Option<Opened> {
        let marks = match name {
            "em" | "i" | "cite" | "dfn" | "var" => Marks::EMPHASIS,
            "strong" | "b" => Marks::STRONG,
            "s" | "del" | "strike" => Marks::STRIKE,
            "code" | "kbd" | "samp" | "tt" if !self.writer.is_verbatim() => Marks::CODE,
            "a" => return self.anchor(node),
            "img" => {
                self.picture(node);
                return None;
            }
            "q" => {
                self.text("“");
                return Some(Opened::Quotation);
            }
            "rt" => {
                self.text(" (");
                return Some(Opened::Gloss);
            }
            "rp" | "wbr" => return None,
            _ => return Some(Opened::Nothing),
        };
        self.writer.begin_style(marks);
        Some(Opened::Style)
    }

    fn anchor(&mut self, node: &NodeRef<'_>) -> Option<Opened> {
        if let Some(label) = self.notes.reference(node)
            && self.in_note == 0
        {
            self.writer.reference(label);
            return None;
        }
        let href = node.attr("href").unwrap_or_default();
        let href = href.trim();
        if href.contains('#')
            && self.in_note > 0
            && (notes::is_back(node.text().trim()) || href.contains("ref"))
            && node.text().trim().chars().count() <= 3
        {
            return None;
        }
        let is_inner = href.len() > 1 && href.starts_with('#');
        if !is_inner && !leads_out(href) {
            return Some(Opened::Nothing);
        }
        self.writer.begin_link(href);
        Some(Opened::Style)
    }

    fn picture(&mut self, node: &NodeRef<'_>) {
        let words = node.attr("alt").unwrap_or_default();
        let words: Vec<_> = words.split_whitespace().collect();
        let words: String = words.join(" ").chars().take(LONGEST_WORDS).collect();
        if !words.is_empty() && !self.writer.is_verbatim() {
            self.writer.picture(&words, &address(node));
        }
    }

    fn list(&mut self, name: &str, node: &NodeRef<'_>) {
        let number = |name| {
            node.attr(name)
                .and_then(|value| value.trim().parse::<i64>().ok())
        };
        let is_reversed = node.has_attr("reversed");
        let items = || {
            i64::try_from(
                node.children_it(false)
                    .filter(|child| child.has_name("li"))
                    .count(),
            )
            .unwrap_or(1)
        };
        let first = || number("start").unwrap_or_else(|| if is_reversed { items() } else { 1 });
        self.lists.push(List {
            id: self.writer.add_list(),
            number: (name == "ol").then(first),
            step: if is_reversed { -1 } else { 1 },
            sign: node
                .attr("type")
                .and_then(|sign| sign.trim().chars().next())
                .unwrap_or('1'),
        });
    }

    fn item(&mut self, node: &NodeRef<'_>) -> Kind {
        let list = self.lists.last_mut().expect("an item stands in a list");
        let Some(counted) = list.number else {
            return Kind::Item(list.id, Sign::Bullet);
        };
        let own = node
            .attr("value")
            .and_then(|value| value.trim().parse().ok());
        let number: i64 = own.unwrap_or(counted);
        list.number = Some(number.saturating_add(list.step));
        Kind::Item(list.id, sign(number, list.sign))
    }

    fn table(&mut self, table: &Table<'_>) {
        if let Some(caption) = table.caption {
            self.writer.border();
            write(self.writer, caption, self.notes);
        }
        self.writer.begin_table(table.columns.clone());
        for (index, row) in table.rows.iter().enumerate() {
            self.writer.begin_row(if row.is_head && index == 0 {
                RowKind::Head
            } else {
                RowKind::Body
            });
            for cell in &row.cells {
                if let Some(cell) = cell {
                    walk(self.writer, *cell, self.notes);
                }
                self.writer.end_cell();
            }
            self.writer.end_kind();
        }
    }

    fn line_break(&mut self) {
        if self.writer.is_verbatim() {
            self.writer.verbatim("\n");
        } else {
            self.writer.line_break();
        }
    }

    /// Ends what the innermost open element began.
    fn leave(&mut self) {
        if let Some(opened) = self.open.pop() {
            self.end(opened);
        }
    }

    fn end(&mut self, opened: Opened) {
        match opened {
            Opened::Nothing => {}
            Opened::Border => self.writer.border(),
            Opened::Apart => self.writer.apart(),
            Opened::CodeLine => self.writer.line_of_code(),
            Opened::Style => self.writer.end_style(),
            Opened::Kind => self.writer.end_kind(),
            Opened::Frame => self.writer.leave(),
            Opened::Note => {
                self.in_note -= 1;
                self.writer.leave();
            }
            Opened::List => {
                self.writer.border();
                self.lists.pop();
            }
            Opened::Quotation => self.text("”"),
            Opened::Gloss => self.text(")"),
        }
    }
}

/// The address of a picture, which some pages keep apart until their scripts have run.
fn address(node: &NodeRef<'_>) -> String {
    let named = |name| {
        let address = node.attr(name)?;
        let address = address.trim();
        (!address.is_empty()).then(|| address.to_owned())
    };
    named("data-src")
        .or_else(|| named("src"))
        .unwrap_or_default()
}

/// Whether a link leads to another page that a reader could open.
fn leads_out(href: &str) -> bool {
    let scheme: String = href
        .chars()
        .take_while(|c| !matches!(c, '/' | '?' | '#'))
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let is_safe = match scheme.split_once(':') {
        Some((scheme, _)) => matches!(
            scheme.to_ascii_lowercase().as_str(),
            "http" | "https" | "mailto" | "ftp" | "tel"
        ),
        None => true,
    };
    is_safe && !href.is_empty() && !href.starts_with('#')
}

/// What stands before an item with this number.
fn sign(number: i64, sign: char) -> Sign {
    match (u64::try_from(number), sign) {
        (Ok(number @ 1..=26), 'a' | 'A') => {
            let letter = char::from(b'a' + u8::try_from(number - 1).unwrap_or_default());
            let letter = if sign == 'A' {
                letter.to_ascii_uppercase()
            } else {
                letter
            };
            Sign::Text(format!("{letter}."))
        }
        (Ok(number), _) => Sign::Number(number),
        (Err(_), _) => Sign::Text(format!("{number}.")),
    }
}
