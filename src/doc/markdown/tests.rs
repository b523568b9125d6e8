use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::format::Format;
use crate::doc::run::{Marks, Shown};

/// The first block as it is read, its line breaks as `/`, with the words that are emphasised.
#[track_caller]
fn check(text: &str, shown: &str, emphasised: &[&str]) {
    let document = Document::read(text.to_owned(), Format::Markdown);
    let runs = document.runs(BlockId::default());
    let words = runs.iter().map(|run| match run.shown {
        Shown::Break => "/",
        Shown::Space => " ",
        _ => document.shown(run),
    });
    assert_eq!(words.collect::<String>(), shown, "{text}");
    let is_emphasised = |run: &&crate::doc::run::Run| run.marks.contains(Marks::EMPHASIS);
    let words: Vec<_> = runs
        .iter()
        .filter(is_emphasised)
        .map(|run| document.shown(run))
        .collect();
    assert_eq!(words, emphasised, "{text}");
}

#[test]
fn formulas_are_kept_as_they_are_written() {
    check(
        r"So $a_1*b\,c*d_2$ *is*.",
        r"So $a_1*b\,c*d_2$ is.",
        &["is"],
    );
    check("$$\n\\sum *x*\n= 1\n$$\n", r"$$/\sum *x*/= 1/$$", &[]);
    check("> $$\n> a_1\n> $$", "$$/a_1/$$", &[]);
    check("$a_1\n= b_1$", "$a_1 = b_1$", &[]);
}

#[test]
fn formulas_in_brackets_are_kept_as_they_are_written() {
    check(
        r"So \(a_1*b\,c*d_2\) *is* \(x\).",
        r"So \(a_1*b\,c*d_2\) is \(x\).",
        &["is"],
    );
    check(
        "\\[\n\\{*x*\\}\\\\\n= 1\n\\]\n",
        r"\[/\{*x*\}\\/= 1/\]",
        &[],
    );
    check("> \\(a_1\n> = b\\) so", r"\(a_1 = b\) so", &[]);
    check(
        "- \\(a_1\\), then\n  \\(\\pi\\)\n- b",
        r"\(a_1\), then \(\pi\)",
        &[],
    );
    check("- \\(a_1\n- = b\\)", "(a_1", &[]);
    check(r"*a \(b_1\) c*", r"a \(b_1\) c", &[r"a \(b_1\) c"]);
    check(
        r"\[x\] and \(a few\) and \\(a_1\\)",
        r"[x] and (a few) and \(a_1\)",
        &[],
    );
}

#[test]
fn prices_are_no_formulas() {
    check(
        "From $5 to $6, *or* US$7.",
        "From $5 to $6, or US$7.",
        &["or"],
    );
    check(
        "It is $5 *or more* in HK$ now.",
        "It is $5 or more in HK$ now.",
        &["or more"],
    );
    check("# $5 or [HK](x)$", "$5 or HK$", &[]);
    check(
        "*rose from $5* to 7$ *now*",
        "rose from $5 to 7$ now",
        &["rose from $5", "now"],
    );
    check(
        "> It costs $5\n> and then *7$* more.",
        "It costs $5 and then 7$ more.",
        &["7$"],
    );
}

#[test]
fn prices_beside_formulas_are_no_formulas() {
    let beside = |text: &str| format!("{text}\n\nSo $a_1$.\n");
    check(
        &beside("It is $5 *or more* in HK$ now."),
        "It is $5 or more in HK$ now.",
        &["or more"],
    );
    check(
        &beside("> It costs $5\n> and then 7$ more."),
        "It costs $5 and then 7$ more.",
        &[],
    );
}
