//! Formats: what kinds of text are read, and how one is told from its name and its first bytes.

use std::ffi::OsStr;
use std::path::Path;

use super::output;

/// A format that can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain news copy.
    #[default]
    Text,
    /// CommonMark with GitHub's extensions.
    Markdown,
    /// A web page.
    Html,
    /// What a program prints for a terminal.
    Terminal,
    /// A book, unpacked.
    Epub,
}

/// Whole names of such files, in small letters. So are those of files whose names begin with a point: `.gitignore`.
const NAMES: &[&str] = &[
    "makefile",
    "gnumakefile",
    "dockerfile",
    "containerfile",
    "jenkinsfile",
    "vagrantfile",
    "gemfile",
    "rakefile",
    "procfile",
    "fstab",
    "hosts",
    "passwd",
    "group",
    "crontab",
];

/// What the text of a book begins with that was unpacked.
const BOOK: &str = "<?book?>\n";

/// What the names of files end with whose lines mean something: logs, data, settings, code.
const LINES: &[&str] = &[
    "log", "out", "diff", "patch", "csv", "tsv", "json", "jsonl", "ndjson", "yaml", "yml", "toml",
    "ini", "cfg", "conf", "env", "lock", "sql", "sh", "bash", "zsh", "fish", "py", "rs", "go", "c",
    "h", "cc", "cpp", "hpp", "java", "kt", "js", "mjs", "ts", "tsx", "jsx", "css", "rb", "pl",
    "php", "lua", "swift", "cs", "scala", "hs", "ml", "ex", "erl", "clj", "zig", "nix", "mk",
    "cmake",
];

/// How many bytes of a text are looked at.
const SAMPLE: usize = 16 * 1024;

impl Format {
    /// Its name in messages and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Terminal => "terminal",
            Self::Epub => "epub",
        }
    }

    /// Whether the reading text is made of the document, and is not the document itself.
    pub fn is_derived(self) -> bool {
        matches!(self, Self::Html | Self::Epub)
    }

    /// Tells the format from the name of the file; where that says nothing, from the content.
    pub fn of(path: Option<&Path>, text: &str) -> Self {
        if text.starts_with(BOOK) {
            return Self::Epub;
        }
        let extension = path
            .and_then(Path::extension)
            .and_then(OsStr::to_str)
            .map(str::to_ascii_lowercase);
        match extension.as_deref() {
            Some("md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdx" | "qmd" | "rmd") => {
                Self::Markdown
            }
            Some("html" | "htm" | "xhtml" | "xht") => Self::Html,
            Some(name) if LINES.contains(&name) => Self::Terminal,
            None if has_lines(path) => Self::Terminal,
            Some("txt" | "text") => Self::of_plain(crate::text::head(text, SAMPLE)),
            _ => Self::of_content(crate::text::head(text, SAMPLE)),
        }
    }

    /// The format of a text whose name says that it is plain.
    fn of_plain(text: &str) -> Self {
        match () {
            () if super::terminal::is_surely_one(text) => Self::Terminal,
            () if is_surely_markdown(text) => Self::Markdown,
            () if super::plain::is_message(text) => Self::Text,
            () if looks_like_output(text) => Self::Terminal,
            () => Self::Text,
        }
    }

    /// The format of a text whose name says nothing.
    fn of_content(text: &str) -> Self {
        match () {
            () if super::terminal::is_one(text) => Self::Terminal,
            () if super::plain::is_message(text) => Self::Text,
            () if looks_like_html(text) => Self::Html,
            () if looks_like_output(text) => Self::Terminal,
            () if looks_like_markdown(text) => Self::Markdown,
            () => Self::Text,
        }
    }
}

/// Whether the name of a file without an extension says that its lines mean something.
fn has_lines(path: Option<&Path>) -> bool {
    let name = path.and_then(Path::file_name).and_then(OsStr::to_str);
    name.is_some_and(|name| {
        name.starts_with('.') || NAMES.contains(&name.to_ascii_lowercase().as_str())
    })
}

/// Whether a text is what programs print. Marked text is none, though much of it may be lists, tables and code.
fn looks_like_output(text: &str) -> bool {
    let is_marked = || super::front::matter(text).is_some() || is_surely_markdown(text);
    output::begins_as_output(text) || !is_marked() && output::is_output(text)
}

/// Whether a text begins as web pages do, behind comments and declarations.
fn looks_like_html(text: &str) -> bool {
    let mut rest = text.trim_start();
    loop {
        let begins = |word: &str| {
            rest.get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        let end = if begins("<!--") { "-->" } else { ">" };
        if begins("<!doctype html") || begins("<html") || begins("<head>") {
            return true;
        }
        if !begins("<!--") && !begins("<?xml") && !begins("<!doctype") {
            return false;
        }
        let Some((_, after)) = rest.split_once(end) else {
            return false;
        };
        rest = after.trim_start();
    }
}

/// Whether a text without a telling name bears marks that plain copy does not have.
fn looks_like_markdown(text: &str) -> bool {
    if super::front::matter(text).is_some() {
        return true;
    }
    text.lines().any(|line| {
        is_atx_heading(line) || line.starts_with("```") || line.contains("](") || is_strong(line)
    })
}

/// Whether a text bears so many marks that it is Markdown though its name says that it is plain: two kinds of them, or three of a kind. Headings
/// and bold lines count where they stand alone, for plain copy has one paragraph a line, and a program its comments.
fn is_surely_markdown(text: &str) -> bool {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    let is_blank = |at: usize| lines.get(at).is_none_or(|line| line.is_empty());
    let is_alone = |at: usize| (at == 0 || is_blank(at - 1)) && is_blank(at + 1);
    let count = |is: fn(&str) -> bool| {
        let marked = lines.iter().enumerate();
        marked
            .filter(|&(at, line)| is(line) && is_alone(at))
            .count()
    };
    let kinds = [
        count(is_atx_heading),
        count(is_strong),
        lines.iter().filter(|line| line.contains("](http")).count(),
        lines.iter().filter(|line| line.starts_with("```")).count() / 2,
    ];
    kinds.iter().filter(|&&count| count > 0).count() >= 2 || kinds.iter().any(|&count| count >= 3)
}

fn is_atx_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ') && !rest.trim().is_empty()
}

fn is_strong(line: &str) -> bool {
    let mut parts = line.split("**");
    parts.next();
    parts
        .next()
        .is_some_and(|inner| inner.trim() == inner && !inner.is_empty())
        && parts.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: Option<&str>, text: &str, expected: Format) {
        assert_eq!(Format::of(name.map(Path::new), text), expected);
    }

    #[test]
    fn the_name_decides_where_it_says_something() {
        check(Some("a.MD"), "plain", Format::Markdown);
        check(Some("a.txt"), "# not a heading", Format::Text);
    }

    #[test]
    fn much_evidence_outweighs_a_name_that_says_plain() {
        check(
            Some("a.txt"),
            "# Ships\n\n**Who sails?**\n\nAll.\n",
            Format::Markdown,
        );
        check(
            Some("a.txt"),
            "## Who?\n\nAll.\n\n## When?\n\nNow.\n\n## Why?\n\nSo.\n",
            Format::Markdown,
        );
        check(
            Some("a.txt"),
            "# set it\na = 1\n# and this\nb = 2\n# all\nc = 3\n",
            Format::Terminal,
        );
        check(
            Some("a.txt"),
            "**Who sails?** All.\nSee [1].\n",
            Format::Text,
        );
    }

    #[test]
    fn the_content_decides_where_the_name_is_silent() {
        check(None, "Words.\n\n## Why?\n", Format::Markdown);
        check(
            Some("README"),
            "See [this](https://example.org).",
            Format::Markdown,
        );
        check(None, "---\ntitle: A\n---\n", Format::Markdown);
        check(None, "#1 in the charts\nWhy?\n- one\n* two", Format::Text);
        check(None, "2 ** 3 ** 4", Format::Text);
        check(None, "From: Ann\nSubject: x\n\n**Who?**\n", Format::Text);
        check(None, "<!-- x -->\n<!DOCTYPE html>\n<p>", Format::Html);
        check(None, "<?xml version='1.0'?><html xmlns='x'>", Format::Html);
        check(None, "<p>Words.</p>\n<html>", Format::Text);
        check(None, "N\x08NA\x08A", Format::Terminal);
        check(
            None,
            "diff --git a/b.md b/b.md\n+**a** and [b](http://c)\n",
            Format::Terminal,
        );
        check(None, "---\na: b\nc: d\n---\n", Format::Markdown);
        check(
            Some("a.txt"),
            "From: ada@pier.example\nSubject: The pier\nX-Id: a_1\nX-Of: b=2\n\na=1\n",
            Format::Text,
        );
        check(Some("a.PY"), "# Why?\nprint()\n", Format::Terminal);
        check(Some("pier/.gitignore"), "# Of it\ntide\n", Format::Terminal);
        check(Some("Makefile"), "# Of it\n\nall:\n", Format::Terminal);
        check(Some("README"), "# Of it\n\nIt is low.\n", Format::Markdown);
        check(Some("a.txt"), "\x1b[1mBOLD\x1b[m", Format::Text);
        let coloured = "\x1b[33mtide 3\x1b[m\n    It is low.\n".repeat(3);
        let struck = "N\x08NA\x08A\n    It is low.\n".repeat(3);
        for text in [&coloured, &struck] {
            check(Some("a.txt"), text, Format::Terminal);
            check(Some("a.md"), text, Format::Markdown);
            check(Some("a.html"), text, Format::Html);
            let much = "It is low, and nobody minds.\n\n".repeat(70);
            check(Some("a.txt"), &(much + text), Format::Text);
        }
        check(Some("a.epub"), "<?book?>\n", Format::Epub);
    }
}
