//! Articles that are made of constructs within constructs, each written as a format writes it; and the letters that have to be seen of it.

use proptest::prelude::*;

/// What stands in a line.
#[derive(Clone, Debug)]
enum Inline {
    Word(&'static str),
    Address(&'static str),
    Code(&'static str),
    Formula(&'static str),
    Picture(&'static str),
    /// The mark of a footnote.
    Note(usize),
    Emphasis(Vec<Self>),
    Strong(Vec<Self>),
    Link(Vec<Self>),
}

/// What stands in lines of its own.
#[derive(Clone, Debug)]
enum Block {
    Paragraph(Vec<Inline>),
    Heading(Vec<Inline>),
    Code(Vec<&'static str>),
    /// The head and the rows below it, each of as many cells.
    Table(Vec<Vec<Vec<Inline>>>),
    List(Vec<Vec<Self>>),
    Numbers(Vec<Vec<Self>>),
    Quote(Vec<Self>),
}

/// An article of blocks, with the footnotes below them.
#[derive(Clone)]
pub(crate) struct Written {
    blocks: Vec<Block>,
    notes: Vec<Vec<Inline>>,
}

/// Most footnotes of an article.
const NOTES: usize = 3;

const WORDS: &[&str] = &[
    "a",
    "harbour",
    "boats,",
    "tide.",
    "Why?",
    "1998",
    "5 km",
    "“Never,”",
    "it’s",
    "–",
    "Dr.",
    "Übergrößenträger",
    "naïve",
    "e\u{301}tude",
    "extra\u{ad}ordinary",
    "incomprehensibilities",
    "安全保障は重要です。",
    "สวัสดีชาวโลก",
    "한국어",
    "مرحبا",
    "שלום (עולם)",
    "👩\u{200d}👧",
    "x\u{200b}y",
    "no\u{a0}break",
];

const ADDRESSES: &[&str] = &[
    "https://example.org/a-b/c_d.html?e=f&g=1#h",
    "https://pier.example/",
    "www.example.org/tide",
    "ann-lee@example.org",
];

const CODE: &[&str] = &["let a = b;", "--option", "x", "a  b", "/etc/tide.conf"];

const FORMULAS: &[&str] = &[
    "$a_1 + b = c$",
    "$x$",
    r"$\frac{a}{b}$",
    r"\(a_1 + b\)",
    r"\[x^2 = y\]",
];

fn word() -> impl Strategy<Value = Inline> + Clone {
    prop::sample::select(WORDS).prop_map(Inline::Word)
}

fn simple() -> impl Strategy<Value = Inline> + Clone {
    prop_oneof![
        8 => word(),
        1 => prop::sample::select(ADDRESSES).prop_map(Inline::Address),
        1 => prop::sample::select(CODE).prop_map(Inline::Code),
    ]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> + Clone {
    let some = || prop::collection::vec(simple(), 1..4);
    let inline = prop_oneof![
        12 => simple(),
        1 => prop::sample::select(FORMULAS).prop_map(Inline::Formula),
        1 => prop::sample::select(WORDS).prop_map(Inline::Picture),
        1 => (1..=NOTES).prop_map(Inline::Note),
        1 => some().prop_map(Inline::Emphasis),
        1 => some().prop_map(Inline::Strong),
        2 => some().prop_map(Inline::Link),
    ];
    // A word comes first: formats read much into what a line begins with.
    (word(), prop::collection::vec(inline, 0..16)).prop_map(|(first, mut rest)| {
        rest.insert(0, first);
        rest
    })
}

fn table() -> impl Strategy<Value = Block> + Clone {
    (1usize..4, 1usize..4).prop_flat_map(|(columns, rows)| {
        let row = prop::collection::vec(inlines(), columns);
        prop::collection::vec(row, rows).prop_map(Block::Table)
    })
}

fn block() -> impl Strategy<Value = Block> + Clone {
    let leaf = prop_oneof![
        5 => inlines().prop_map(Block::Paragraph),
        1 => inlines().prop_map(Block::Heading),
        1 => prop::collection::vec(prop::sample::select(CODE), 1..4).prop_map(Block::Code),
        1 => table(),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let blocks = prop::collection::vec(inner, 1..3);
        let items = prop::collection::vec(blocks.clone(), 1..4);
        prop_oneof![
            items.clone().prop_map(Block::List),
            items.prop_map(Block::Numbers),
            blocks.prop_map(Block::Quote),
        ]
    })
}

pub(crate) fn articles() -> impl Strategy<Value = Written> {
    let blocks = prop::collection::vec(block(), 1..6);
    let notes = prop::collection::vec(inlines(), NOTES);
    (blocks, notes).prop_map(|(blocks, notes)| Written { blocks, notes })
}

/// The shortest way to read it.
impl std::fmt::Debug for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.markdown())
    }
}

impl Written {
    pub(crate) fn markdown(&self) -> String {
        let blocks = self.blocks.iter().map(Block::markdown);
        let note = |(at, words): (usize, &Vec<_>)| format!("[^{}]: {}", at + 1, markdown(words));
        let notes = self.notes.iter().enumerate().map(note);
        blocks.chain(notes).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    pub(crate) fn html(&self) -> String {
        let blocks: String = self.blocks.iter().map(Block::html).collect();
        let note = |(at, words): (usize, &Vec<_>)| {
            format!("<li id=\"n{}\"><p>{}</p></li>\n", at + 1, html(words))
        };
        let notes: String = self.notes.iter().enumerate().map(note).collect();
        format!("{blocks}<ol>\n{notes}</ol>\n")
    }

    /// What has to be seen of it, but for markers.
    pub(crate) fn seen(&self) -> String {
        let blocks = self.blocks.iter().map(Block::seen);
        blocks.chain(self.notes.iter().map(|it| seen(it))).collect()
    }
}

/// Writes each of `all` and puts a space between them.
fn spaced(all: &[Inline], write: fn(&Inline) -> String) -> String {
    all.iter().map(write).collect::<Vec<_>>().join(" ")
}

fn markdown(inlines: &[Inline]) -> String {
    spaced(inlines, Inline::markdown)
}

fn html(inlines: &[Inline]) -> String {
    spaced(inlines, Inline::html)
}

fn seen(inlines: &[Inline]) -> String {
    spaced(inlines, Inline::seen)
}

impl Inline {
    fn markdown(&self) -> String {
        match self {
            Self::Word(text) | Self::Address(text) | Self::Formula(text) => (*text).to_owned(),
            Self::Code(text) => format!("`{text}`"),
            Self::Picture(words) => format!("![{words}](pier.png)"),
            Self::Note(number) => format!("[^{number}]"),
            Self::Emphasis(inner) => format!("*{}*", markdown(inner)),
            Self::Strong(inner) => format!("**{}**", markdown(inner)),
            Self::Link(inner) => format!("[{}](https://pier.example/tide)", markdown(inner)),
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Word(text) | Self::Address(text) | Self::Formula(text) => escaped(text),
            Self::Code(text) => format!("<code>{}</code>", escaped(text)),
            Self::Picture(words) => format!("<img src=\"/pier.png\" alt=\"{words}\"/>"),
            Self::Note(number) => format!("<sup><a href=\"#n{number}\">{number}</a></sup>"),
            Self::Emphasis(inner) => format!("<em>{}</em>", html(inner)),
            Self::Strong(inner) => format!("<strong>{}</strong>", html(inner)),
            Self::Link(inner) => format!("<a href=\"/tide\">{}</a>", html(inner)),
        }
    }

    fn seen(&self) -> String {
        match self {
            Self::Word(text) | Self::Address(text) | Self::Formula(text) | Self::Code(text) => {
                (*text).to_owned()
            }
            Self::Picture(words) => format!("image {words}"),
            Self::Note(number) => number.to_string(),
            Self::Emphasis(inner) | Self::Strong(inner) | Self::Link(inner) => seen(inner),
        }
    }
}

impl Block {
    fn markdown(&self) -> String {
        match self {
            Self::Paragraph(words) => markdown(words),
            Self::Heading(words) => format!("## {}", markdown(words)),
            Self::Code(lines) => format!("```rust\n{}\n```", lines.join("\n")),
            Self::Table(rows) => {
                let line = |row: &Vec<Vec<Inline>>| {
                    let cells: Vec<_> = row.iter().map(|cell| markdown(cell)).collect();
                    format!("| {} |\n", cells.join(" | "))
                };
                let rule = "|---".repeat(rows[0].len()) + "|\n";
                let body: String = rows[1..].iter().map(line).collect();
                line(&rows[0]) + &rule + &body
            }
            Self::List(items) => {
                let items = items.iter().map(|item| marked("- ", "  ", item));
                items.collect::<Vec<_>>().join("\n")
            }
            Self::Numbers(items) => {
                let marker = |at: usize| format!("{}. ", at + 1);
                let items = items.iter().enumerate();
                let items = items.map(|(at, item)| marked(&marker(at), "   ", item));
                items.collect::<Vec<_>>().join("\n")
            }
            Self::Quote(blocks) => marked("> ", "> ", blocks),
        }
    }

    fn html(&self) -> String {
        let inside =
            |blocks: &[Self]| -> String { blocks.iter().map(|it| it.html() + "\n").collect() };
        let list = |name: &str, items: &[Vec<Self>]| {
            let item = |item: &Vec<Self>| format!("<li>{}</li>\n", inside(item));
            let items: String = items.iter().map(item).collect();
            format!("<{name}>\n{items}</{name}>\n")
        };
        match self {
            Self::Paragraph(words) => format!("<p>{}</p>\n", html(words)),
            Self::Heading(words) => format!("<h2>{}</h2>\n", html(words)),
            Self::Code(lines) => {
                format!("<pre><code>{}</code></pre>\n", escaped(&lines.join("\n")))
            }
            Self::Table(rows) => {
                let cell =
                    |name: &str, cell: &Vec<Inline>| format!("<{name}>{}</{name}>", html(cell));
                let row = |(at, row): (usize, &Vec<Vec<Inline>>)| {
                    let name = if at == 0 { "th" } else { "td" };
                    let cells: String = row.iter().map(|it| cell(name, it)).collect();
                    format!("<tr>{cells}</tr>\n")
                };
                let rows: String = rows.iter().enumerate().map(row).collect();
                format!("<table>\n{rows}</table>\n")
            }
            Self::List(items) => list("ul", items),
            Self::Numbers(items) => list("ol", items),
            Self::Quote(blocks) => format!("<blockquote>{}</blockquote>\n", inside(blocks)),
        }
    }

    fn seen(&self) -> String {
        let all = |blocks: &[Self]| blocks.iter().map(Self::seen).collect();
        match self {
            Self::Paragraph(words) | Self::Heading(words) => seen(words),
            Self::Code(lines) => lines.concat(),
            Self::Table(rows) => rows.iter().flatten().map(|cell| seen(cell)).collect(),
            Self::List(items) | Self::Numbers(items) => {
                items.iter().map(|item| -> String { all(item) }).collect()
            }
            Self::Quote(blocks) => all(blocks),
        }
    }
}

/// Blocks of Markdown with `first` before their first line and `rest` before the others.
fn marked(first: &str, rest: &str, blocks: &[Block]) -> String {
    let blocks: Vec<_> = blocks.iter().map(Block::markdown).collect();
    let text = blocks.join("\n\n");
    let line = |(at, line)| [if at == 0 { first } else { rest }, line].concat();
    let lines: Vec<_> = text.lines().enumerate().map(line).collect();
    lines.join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
