//! The arguments.

mod values;

use std::ffi::OsString;

use clap::{Args, Parser, Subcommand, ValueEnum};
use values::ThemeName;

use crate::app::goal::Goal;
use crate::app::help::MEASURED;
use crate::citation::Form;
use crate::config::preset::Preset;
use crate::config::setting::Pictures;
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
    hide_possible_values = true,
    max_term_width = 100,
    after_help = AFTER
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are flags, each given or not"
)]
pub(super) struct Arguments {
    /// Files, pipes, addresses (https://…), or - for standard input, several to choose from; without any, the article that comes with sidenote.
    /// A file called like +7 is ./+7
    #[arg(value_name = "ARTICLE", value_hint = clap::ValueHint::FilePath)]
    pub(super) articles: Vec<OsString>,

    /// Read the article as text, markdown, html or terminal (lines kept), whatever its name and content say
    #[arg(long, value_enum, alias = "from", value_name = "FORMAT")]
    pub(super) format: Option<Format>,

    /// Read the article in this encoding, such as windows-1251 or shift_jis, whatever it says; encoded mail is read as it says
    #[arg(long, value_name = "LABEL", global = true)]
    pub(super) encoding: Option<Charset>,

    /// Begin with this section; printed to a pipe, print it alone
    #[arg(long, value_name = "N")]
    pub(super) section: Option<usize>,

    /// Begin with the first place of these words, as +/TEXT does
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["section", "at"])]
    pub(super) find: Option<String>,

    /// Begin at a place: bytes of the reading text as extract prints them (2067 or 2067-2109), a section or paragraph as it is shown (§3,
    /// "§3 ¶2", 3.2), or so far into the article (40%). As arguments of their own, +N begins at a line of the source, +N% so far, +G at the end
    #[arg(long, value_name = "PLACE", conflicts_with = "section")]
    pub(super) at: Option<Goal>,

    /// The widest text column, in cells
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) width: Option<u16>,

    /// How it looks: auto, dark, light, high-contrast, terminal (its own colours), plain (none; NO_COLOR does the same), or a theme of
    /// the configuration
    #[arg(long, value_name = "THEME", value_parser = ThemeName)]
    pub(super) theme: Option<String>,

    /// How pictures are shown: auto, kitty, iterm2, sixel, blocks (of colour) or words
    #[arg(long, value_enum, value_name = "WAY")]
    pub(super) pictures: Option<Pictures>,

    /// The keys of sidenote, less or vim
    #[arg(long, value_enum, value_name = "PRESET")]
    pub(super) keys: Option<Preset>,

    /// Open the article that teaches reading with sidenote by doing
    #[arg(long, conflicts_with_all = ["articles", "watch"])]
    pub(super) tutorial: bool,

    /// Follow files that change: read them anew, keep the place, mark what has changed
    #[arg(long)]
    pub(super) watch: bool,

    /// Take no screen: tell line by line what changes, and in words where you are, for screen readers
    #[arg(long)]
    pub(super) plain_ui: bool,

    /// Begin at the end, and stay there while more is added to it; +F does the same
    #[arg(long)]
    pub(super) follow: bool,

    /// Print the article and end when all of it fits on the screen in height and width
    #[arg(short = 'F', long)]
    pub(super) quit_if_one_screen: bool,

    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,

    /// The configuration file, instead of sidenote/config.toml in $XDG_CONFIG_HOME or ~/.config
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) config: Option<OsString>,

    /// Tell all mistakes in the configuration, and end
    #[arg(long, conflicts_with = "articles")]
    pub(super) check_config: bool,

    /// Print the default configuration, with comments, and with what other arguments set (--keys less)
    #[arg(long, conflicts_with_all = ["articles", "config", "check_config"])]
    pub(super) print_config: bool,

    /// Print completions for bash, elvish, fish, powershell or zsh
    #[arg(long, exclusive = true, value_enum, value_name = "SHELL")]
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

/// Which articles a command reads, and as what.
#[derive(Clone, Debug, Args)]
pub(super) struct ToRead {
    /// Files, pipes, addresses, or - for standard input; a file that is called like a command is ./quotes, ./guarantees or ./extract
    #[arg(required = true, value_name = "ARTICLE", value_hint = clap::ValueHint::FilePath)]
    pub(super) articles: Vec<OsString>,

    /// Read the articles as text, markdown, html or terminal (lines kept), whatever their names and contents say
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) from: Option<Format>,
}

/// How what is printed is cited, when it is.
#[derive(Clone, Debug, Args)]
pub(super) struct ToCite {
    /// As citations, with blank lines between: plain, markdown or apa (the quotation, and the entry of the list of references)
    #[arg(
        id = "cite",
        long = "cite",
        value_enum,
        value_name = "FORM",
        conflicts_with = "explain"
    )]
    pub(super) form: Option<Form>,

    /// The address in a citation without the words that it leads to (#:~:text=…)
    #[arg(long, requires = "cite")]
    pub(super) no_fragment: bool,
}

/// Whose quotes to print, and how.
#[derive(Clone, Debug, Args)]
#[command(after_help = MEASURED)]
pub(super) struct Quotes {
    #[command(flatten)]
    pub(super) read: ToRead,

    /// place: in reading order; speaker: under their speakers, whoever says most first, with the turns of interviews; section: under the
    /// headings. Of words within words, the outer speaker is named
    #[arg(long, value_enum, default_value = "place", value_name = "ORDER")]
    pub(super) by: Order,

    #[command(flatten)]
    pub(super) cite: ToCite,

    /// Everything between quotation marks, why it is a quote or none, and who could have said it, with the weights: those above 0 speak for
    /// it, those below against; it is a quote from 0 on, and the heaviest, marked >, has said it. One more is about three times as likely
    #[arg(long, conflicts_with = "by")]
    pub(super) explain: bool,
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
    #[command(flatten)]
    pub(super) read: ToRead,

    /// place: in reading order; actor: under those who give them; firmness: firm, conditional, potential, reported; section: under the
    /// headings
    #[arg(long, value_enum, default_value = "place", value_name = "ORDER")]
    pub(super) by: GuaranteeOrder,

    #[command(flatten)]
    pub(super) cite: ToCite,

    /// Weak commitments too (“said it would …”)
    #[arg(long)]
    pub(super) weak: bool,

    /// Every word that can promise, what it was taken for, and what was seen around it
    #[arg(long, conflicts_with = "by")]
    pub(super) explain: bool,
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
    #[command(flatten)]
    pub(super) read: ToRead,

    /// What to print: json, one object, an array for several articles; jsonl, one object a line; csv, one row an item, for spreadsheets,
    /// with an apostrophe before what they would compute (=, +, -, @); markdown, to be read; how articles are read is for --from
    #[arg(long, value_enum, default_value = "json", value_name = "FORMAT")]
    pub(super) format: Output,

    /// Only these lists, with commas between them: sections, quotes, turns, guarantees, people, links; csv and markdown have quotes, turns
    /// and guarantees without it
    #[arg(long, value_enum, value_delimiter = ',', value_name = "LISTS")]
    pub(super) kind: Vec<Kind>,

    /// Weak commitments too (“said it would …”)
    #[arg(long)]
    pub(super) weak: bool,

    /// The text that all spans count in, and nothing else; on a terminal, with its control characters drawn
    #[arg(long, conflicts_with_all = ["format", "kind", "weak"])]
    pub(super) reading_text: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Output {
    Json,
    Jsonl,
    Csv,
    #[value(alias = "md")]
    Markdown,
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
