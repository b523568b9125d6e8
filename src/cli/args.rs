//! The arguments.

use std::ffi::OsString;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::app::help::MEASURED;
use crate::config::preset::Preset;
use crate::doc::format::Format;
use crate::input::decode::charset::Charset;

/// What help ends with.
const AFTER: &str = "\
When standard output is no terminal, the article is printed as plain text.
In the reader, ? shows all keys.

Exit status: 0; 1 when an article could not be opened or the answer not be written; 2 for wrong use.";

/// Read an article by its questions, with its quotes and guarantees beside the text.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    max_term_width = 100,
    after_help = AFTER
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are flags, each given or not"
)]
pub(super) struct Arguments {
    /// Files, pipes, addresses (https://…), or - for standard input, several to choose from; without any, the article that comes with sidenote
    pub(super) articles: Vec<OsString>,

    /// Read the article as text, markdown or html, whatever its name and content say
    #[arg(
        long,
        value_enum,
        alias = "from",
        value_name = "FORMAT",
        hide_possible_values = true
    )]
    pub(super) format: Option<FormatArgument>,

    /// Read the article in this encoding, such as windows-1251 or shift_jis, whatever it says
    #[arg(long, value_name = "LABEL", global = true)]
    pub(super) encoding: Option<Charset>,

    /// Begin with this section; printed to a pipe, print it alone
    #[arg(long, value_name = "N")]
    pub(super) section: Option<usize>,

    /// The widest text column, in cells
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) width: Option<u16>,

    /// How it looks: auto, dark, light, high-contrast, terminal (its own colours), plain (none; NO_COLOR does the same), or a theme of
    /// the configuration
    #[arg(long, value_name = "NAME")]
    pub(super) theme: Option<String>,

    /// The keys of sidenote, less or vim
    #[arg(long, value_enum, value_name = "NAME", hide_possible_values = true)]
    pub(super) keys: Option<KeysArgument>,

    /// Follow files that change: read them anew, keep the place, mark what has changed
    #[arg(long)]
    pub(super) watch: bool,

    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,

    /// The configuration file, instead of sidenote/config.toml in $XDG_CONFIG_HOME or ~/.config
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) config: Option<OsString>,

    /// Tell all mistakes in the configuration, and end
    #[arg(long, conflicts_with = "articles")]
    pub(super) check_config: bool,

    /// Print the default configuration, with comments
    #[arg(long, exclusive = true)]
    pub(super) print_config: bool,

    /// Print completions for bash, elvish, fish, powershell or zsh
    #[arg(
        long,
        exclusive = true,
        value_enum,
        value_name = "SHELL",
        hide_possible_values = true
    )]
    pub(super) completions: Option<clap_complete::Shell>,

    /// Print the manual page
    #[arg(long, exclusive = true)]
    pub(super) man: bool,

    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print sections, quotes, guarantees, people and links as JSON
    Extract(Extract),
    /// Print who is quoted saying what, to be read
    Quotes(Quotes),
    /// Print what is promised and by whom, to be read
    Guarantees(Guarantees),
}

/// Whose quotes to print, and how.
#[derive(Clone, Debug, Args)]
#[command(after_help = MEASURED)]
pub(super) struct Quotes {
    /// Files, pipes, addresses, or - for standard input; a file that is called like a command is ./quotes
    #[arg(required = true)]
    pub(super) articles: Vec<OsString>,

    /// place: in reading order; speaker: under their speakers, whoever says most first, with the turns of interviews; section: under the
    /// headings. Of words within words, the outer speaker is named
    #[arg(
        long,
        value_enum,
        default_value = "place",
        value_name = "ORDER",
        hide_possible_values = true
    )]
    pub(super) by: Order,

    /// Everything between quotation marks, why it is a quote or none, and who could have said it, with the weights: those above 0 speak for
    /// it, those below against; it is a quote from 0 on, and the heaviest, marked >, has said it. One more is about three times as likely
    #[arg(long, conflicts_with = "by")]
    pub(super) explain: bool,

    /// Read the articles as text, markdown or html, whatever their names and contents say
    #[arg(long, value_enum, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) from: Option<FormatArgument>,
}

/// What the quotes are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Order {
    Place,
    Speaker,
    Section,
}

/// Which guarantees to print, and how.
#[derive(Clone, Debug, Args)]
#[command(after_help = MEASURED)]
pub(super) struct Guarantees {
    /// Files, pipes, addresses, or - for standard input; a file that is called like a command is ./guarantees
    #[arg(required = true)]
    pub(super) articles: Vec<OsString>,

    /// place: in reading order; actor: under those who give them; firmness: firm, conditional, potential, reported; section: under the
    /// headings
    #[arg(
        long,
        value_enum,
        default_value = "place",
        value_name = "ORDER",
        hide_possible_values = true
    )]
    pub(super) by: GuaranteeOrder,

    /// Weak commitments too (“said it would …”)
    #[arg(long)]
    pub(super) weak: bool,

    /// Every word that can promise, what it was taken for, and what was seen around it
    #[arg(long, conflicts_with = "by")]
    pub(super) explain: bool,

    /// Read the articles as text, markdown or html, whatever their names and contents say
    #[arg(long, value_enum, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) from: Option<FormatArgument>,
}

/// What the guarantees are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GuaranteeOrder {
    Place,
    Actor,
    Firmness,
    Section,
}

/// What to extract, and how to print it.
#[derive(Clone, Debug, Args)]
pub(super) struct Extract {
    /// Files, pipes, addresses, or - for standard input; a file that is called like a command is ./extract
    #[arg(required = true)]
    pub(super) articles: Vec<OsString>,

    /// What to print: json, one object, an array for several articles; jsonl, one object a line; how articles are read is for --from
    #[arg(
        long,
        value_enum,
        default_value = "json",
        value_name = "FORMAT",
        hide_possible_values = true
    )]
    pub(super) format: Output,

    /// Only these lists, with commas between them: sections, quotes, turns, guarantees, people, links
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        value_name = "LISTS",
        hide_possible_values = true
    )]
    pub(super) kind: Vec<Kind>,

    /// Weak commitments too (“said it would …”)
    #[arg(long)]
    pub(super) weak: bool,

    /// The text that all spans count in, and nothing else; on a terminal, with its control characters drawn
    #[arg(long, conflicts_with_all = ["format", "kind", "weak"])]
    pub(super) reading_text: bool,

    /// Read the articles as text, markdown or html, whatever their names and contents say
    #[arg(long, value_enum, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) from: Option<FormatArgument>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Output {
    Json,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    Sections,
    Quotes,
    Turns,
    Guarantees,
    People,
    Links,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KeysArgument {
    Sidenote,
    Less,
    Vim,
}

impl From<KeysArgument> for Preset {
    fn from(argument: KeysArgument) -> Self {
        match argument {
            KeysArgument::Sidenote => Self::Sidenote,
            KeysArgument::Less => Self::Less,
            KeysArgument::Vim => Self::Vim,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArgument {
    #[value(alias = "txt")]
    Text,
    #[value(alias = "md")]
    Markdown,
    #[value(alias = "htm")]
    Html,
}

impl From<FormatArgument> for Format {
    fn from(argument: FormatArgument) -> Self {
        match argument {
            FormatArgument::Text => Self::Text,
            FormatArgument::Markdown => Self::Markdown,
            FormatArgument::Html => Self::Html,
        }
    }
}
