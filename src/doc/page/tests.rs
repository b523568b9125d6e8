//! Elements in, blocks out.

mod questions;

use dom_query::Document;
use proptest::prelude::*;

use super::super::block::{BlockId, BlockKind, FrameKind, Marker, RowKind};
use super::super::part::{Part, Start};
use super::super::run::{Marks, Shown};
use super::notes::{Notes, Wanted};
use super::writer::Writer;
use super::{NO_TEXT, read, walk};

/// A part as lines: the frames, the kind and the text of each block, with its marks.
fn picture(part: &Part) -> Vec<String> {
    part.ids().map(|id| line(part, id)).collect()
}

fn line(part: &Part, id: BlockId) -> String {
    let block = part.block(id).unwrap();
    let mut line = String::new();
    let mut frame = part.frame(block.frame);
    while let Some(inner) = frame {
        let sign = match inner.kind {
            FrameKind::Quote => "> ".to_owned(),
            FrameKind::Item(_, Marker::Number(number)) => format!("{number}. "),
            FrameKind::Item(_, Marker::Letter(text)) => format!("{} ", part.text(text).unwrap()),
            FrameKind::Item(..) => "- ".to_owned(),
            FrameKind::Note(label) => format!("[{}]: ", part.text(label).unwrap()),
        };
        line.insert_str(0, &sign);
        frame = part.frame(inner.outer);
    }
    let level;
    line.push_str(match block.kind {
        BlockKind::Heading(number) => {
            level = format!("h{number} ");
            &level
        }
        BlockKind::Term => "term ",
        BlockKind::Code => "code ",
        BlockKind::Rule => "rule ",
        BlockKind::Row(_, RowKind::Head) => "head ",
        BlockKind::Row(_, RowKind::Body) => "row ",
        _ => "",
    });
    for run in part.runs(id) {
        let text = match run.shown {
            Shown::Source => part.slice(run.span),
            Shown::Text(text) => part.text(text).unwrap(),
            Shown::Space => " ",
            Shown::Break => "\\",
            Shown::CellEnd => "|",
        };
        let mut text = text.to_owned();
        for (mark, sign) in [
            (Marks::EMPHASIS, "_"),
            (Marks::STRONG, "*"),
            (Marks::STRIKE, "~"),
            (Marks::CODE, "`"),
            (Marks::NOTE, "^"),
        ] {
            if run.marks.contains(mark) {
                text = format!("{sign}{text}{sign}");
            }
        }
        if let Some(link) = run.link {
            text = format!("<{text} {}>", part.link(link).unwrap().url);
        }
        line.push_str(&text);
    }
    line
}

fn written(html: &str) -> Part {
    let page = Document::from(html);
    let mut writer = Writer::new(Start::default());
    walk::write(
        &mut writer,
        page.root(),
        &Notes::of(&page, &mut Wanted::default()),
    );
    writer.finish()
}

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    assert_eq!(picture(&written(html)), expected, "{html}");
}

#[test]
fn powers_and_indices_stand_where_they_belong() {
    check(
        "<p>10<sup>12</sup> H<sub>2</sub>O, the 4<sup>th</sup> x<sup>a</sup>",
        &["10¹² H₂O, the 4th xa"],
    );
    check("<pre>x<sup>2</sup></pre>", &["code x2"]);
}

#[test]
fn how_words_are_read_stands_in_brackets() {
    check(
        "<p><ruby>漢<rt>kan</ruby> and <ruby>東<rp>(<rt>tou</rt><rp>)</rp></ruby>.",
        &["漢 (kan) and 東 (tou)."],
    );
}

#[test]
fn text_flows_as_in_a_browser() {
    check(
        "<p>  One\n\ttwo </p>three<div>four<div>five</div>six</div>",
        &["One two", "three", "four", "five", "six"],
    );
    check("a <b> b</b>c<i>d </i> e", &["a *b*c_d _e"]);
    check("a&nbsp;b &amp; &lt;c&gt; &copy;", &["a\u{a0}b & <c> ©"]);
    check("<p>a<br>b<br><br>c<br></p>", &["a\\b", "c"]);
    check(
        "<p>Say <q>yes</q> or <del>no</del> to <code>x</code>.",
        &["Say “yes” or ~no~ to `x`."],
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    check(
        "<p>a<script>x</script><style>x</style><template>x</template><svg><text>x</text></svg><!-- x -->b<button>x</button>",
        &["ab"],
    );
    check(
        "<ul><li></li></ul><p> </p><h2></h2><table><tr><td></td><td></td></tr></table>",
        &[],
    );
}

#[test]
fn headings_and_terms_are_one_line() {
    check(
        "<h2>What <em>now</em>?</h2><p>This.</p><h6>Six</h6>",
        &["h2 What _now_?", "This.", "h6 Six"],
    );
    check("<h3><div>One</div><div>two</div></h3>", &["h3 One two"]);
    check(
        "<dl><dt>Term<dd>Text<dd>More</dl>",
        &["term Term", "Text", "More"],
    );
    check(
        "<details><summary>Why?</summary>Because.</details>",
        &["term Why?", "Because."],
    );
    check(
        "<h1>All<p>of the page</p><ul><li>in a heading</ul></h1>",
        &["All", "of the page", "- in a heading"],
    );
}

#[test]
fn lists_keep_their_signs() {
    check(
        "<ul><li>a<ul><li>b</ul><li><p>c<p>d</ul>",
        &["- a", "- - b", "- c", "- d"],
    );
    check(
        "<ol start=3><li>a<li value=7>b<li>c</ol>",
        &["3. a", "7. b", "8. c"],
    );
    check(
        "<ol reversed><li>a<li>b</ol><ol type=A><li>c<li>d</ol>",
        &["2. a", "1. b", "A. c", "B. d"],
    );
    check(
        "<ol start=99999999999999999999><li value=-5>a<li>b</ol><li>c",
        &["-5. a", "-4. b", "c"],
    );
}

#[test]
fn quotations_hold_paragraphs() {
    check(
        "<blockquote><p>a</p><p>b</p><blockquote>c</blockquote></blockquote>d",
        &["> a", "> b", "> > c", "d"],
    );
}

#[test]
fn code_keeps_its_lines() {
    check(
        "<pre><code>\n  a\n\n    b  c\n</code></pre>d",
        &["code   a\n\n    b  c", "d"],
    );
}

#[test]
fn tables_hold_data_or_a_layout() {
    check(
        "<table><caption>Prices</caption><tr><th>a<th>b<th>c<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>",
        &["Prices", "head a|b|c|", "row 1|2||", "row |3|4|"],
    );
    check(
        "<table><tr><td>one</td></tr><tr><td>column</td></tr></table>",
        &["one", "column"],
    );
    check(
        "<table><tr><td><h2>Head</h2><td><p>Text</table>",
        &["h2 Head", "Text"],
    );
    check(
        "<table role=presentation><tr><td>a<td>b</table>",
        &["a", "b"],
    );
    let wide = written(
        "<table><tr><td colspan=1000000 rowspan=65535>a<td colspan=-1>b<td>c</tr><tr><td>d</table>",
    );
    assert!(
        picture(&wide)
            .iter()
            .all(|row| row.matches('|').count() <= 64),
        "{wide:?}"
    );
}

#[test]
fn links_lead_to_pages_and_to_places_in_this_one() {
    check(
        "<a href='/x'>x</a> <a href='#y'>y</a> <a href='java\tscript:z'>z</a> <a href='data:text/html,x'>d</a> <a href='https://a.example'><b>e</b></a>",
        &["<x /x> <y #y> z d <*e* https://a.example>"],
    );
    check(
        "<a href='/x'><h2>One</h2><p>Two</a>",
        &["h2 <One /x>", "<Two /x>"],
    );
}

#[test]
fn pictures_are_what_they_show() {
    check(
        "<p><img alt='A boat'> text <img alt=''><img>",
        &["[image: A boat] text"],
    );
    check(
        "<figure><img alt=Boat><figcaption>A boat at rest.</figcaption></figure>",
        &["[image: Boat]", "A boat at rest."],
    );
}

#[test]
fn footnotes_are_tied_to_their_references() {
    check(
        "<p>Word<sup><a href='#n1' id=r1>1</a></sup>, more <a href='page#n2' role=doc-noteref>[2]</a>.<ol><li id=n1>One. <a href='#r1'>↩</a><li id=n2><p>Two.</ol>",
        &["Word^[1]^, more ^[2]^.", "[1]: One.", "[2]: Two."],
    );
    check(
        "<p>See <a href='#s'>1</a> and x<sup>2</sup>.<p id=s>Text",
        &["See <1 #s> and x².", "Text"],
    );
}

#[test]
fn rules_stand_between_text() {
    check("<hr>a<hr>b", &["a", "rule ", "b"]);
}

/// What an article is found to be, in a page that is long enough to be weighed.
#[track_caller]
fn check_page(head: &str, body: &str, expected: &[&str]) {
    let page = format!(
        "<html><head><title>The pier</title>{head}</head><body><main><article><p>{INTRO}</p>{body}</html>"
    );
    let (part, _) = read(&page, None);
    let lines = picture(&part);
    assert_eq!(lines.first().map(String::as_str), Some(INTRO), "{body}");
    assert_eq!(lines.get(1..).unwrap(), expected, "{body}");
}

const INTRO: &str = "The pier was built by the town a century ago, of oak and of iron, and it has carried more people each summer than it was made for.";

const PAYS: &str = "The town pays for the pier, with the fees of the ferries, and it has done so since the first plank was laid.";

#[test]
fn emphasis_may_be_a_matter_of_style() {
    check_page(
        "",
        &format!(
            "<p><span style='font-weight: 700; color: red'>Who pays?</span></p><p><b style='font-weight:normal'>{PAYS}</b> <span style='font-style:italic'>So far.</span></p>"
        ),
        &["*Who pays?*", &format!("{PAYS} _So far._")],
    );
}

#[test]
fn block_quotations_keep_their_attribution() {
    for quotation in [
        "<blockquote><p>Nobody should pay.</p><footer>— Ines Calloway, mayor</footer></blockquote>",
        "<blockquote><p>Nobody should pay.</p><footer><cite>Ines Calloway, mayor</cite></footer></blockquote>",
        "<blockquote><p>Nobody should pay.</p><cite>Ines Calloway, mayor</cite></blockquote>",
        "<blockquote><p>Nobody should pay.</p><p><cite>– Ines Calloway, mayor</cite></p></blockquote>",
    ] {
        let line = if quotation.contains('–') {
            "> – Ines Calloway, mayor"
        } else {
            "> — Ines Calloway, mayor"
        };
        check_page(
            "",
            &format!("{quotation}<p>{PAYS}"),
            &["> Nobody should pay.", line, PAYS],
        );
    }
    check_page(
        "",
        &format!(
            "<figure><blockquote>Nobody should pay.</blockquote><figcaption><cite>Ines Calloway</cite></figcaption></figure><p>{PAYS}"
        ),
        &["> Nobody should pay.", "— Ines Calloway", PAYS],
    );
    check_page(
        "",
        &format!("<blockquote><p>She wrote <cite>The Pier</cite></p></blockquote><p>{PAYS}"),
        &["> She wrote _The Pier_", PAYS],
    );
}

#[test]
fn pages_for_scripts_are_said_to_be() {
    let (part, notice) = read("<body><div id=root></div><script>fill()</script>", None);
    assert_eq!((&*part.text, notice), ("", Some(NO_TEXT)));
    assert_eq!(read("<body><div></div>", None).1, None);
}

#[test]
fn addresses_are_whole() {
    let head = "<link rel=canonical href='/pier'><meta property=og:url content='https://harbour.example/pier'>";
    let (part, _) = read(&format!("{head}<p>{PAYS}"), None);
    assert_eq!(
        part.meta.url.as_deref(),
        Some("https://harbour.example/pier")
    );
}

#[test]
fn an_address_may_be_relative_to_that_of_the_page() {
    let url = |href: &str, own: &str| {
        let head = format!("<link rel=canonical href='{href}'><p>{PAYS}");
        read(&head, Some(own)).0.meta.url
    };
    let own = "https://harbour.example/news/1?a=2";
    for (href, expected) in [
        ("/pier", Some("https://harbour.example/pier")),
        ("pier", Some("https://harbour.example/news/pier")),
        ("//sea.example/x", Some("https://sea.example/x")),
        ("https://sea.example/", Some("https://sea.example/")),
        ("javascript:alert(1)", None),
    ] {
        assert_eq!(url(href, own).as_deref(), expected, "{href}");
    }
}

#[test]
fn pictures_of_a_saved_page_are_beside_it() {
    let address = |source: &str, own: Option<&str>| {
        let head = "<link rel=canonical href='https://harbour.example/pier'>";
        let picture = format!("<p><img src='{source}' alt='the pier'>");
        let (part, _) = read(&format!("{head}<p>{PAYS}{picture}<p>{PAYS}"), own);
        part.pictures.first().map(|it| it.address.to_string())
    };
    let own = Some("https://harbour.example/pier");
    for (source, own, expected) in [
        ("pier_files/a.png", None, "pier_files/a.png"),
        ("/a.png", None, "https://harbour.example/a.png"),
        (
            "https://sea.example/a.png",
            None,
            "https://sea.example/a.png",
        ),
        ("a.png", own, "https://harbour.example/a.png"),
    ] {
        assert_eq!(address(source, own).as_deref(), Some(expected), "{source}");
    }
}

#[test]
fn deep_elements_need_no_stack() {
    let deep = "<ul><li><blockquote>".repeat(5_000) + "deep";
    let (part, notice) = read(&deep, None);
    assert_eq!((part.text.trim(), notice), ("deep", None));
}

/// Shapes that cost parsers time or memory.
#[test]
fn what_would_cost_too_much_is_shown_without_its_tags() {
    let words = "<p>Words at the beginning.</p>";
    let attributes: Vec<_> = (0..60_000).map(|n| format!("a{n}=1")).collect();
    for flood in [
        "<div>".repeat(100_000),
        "<b><i><font color=red>".repeat(3_000) + &"x</p><p>".repeat(200),
        "<a><p>".repeat(3_000),
        "<table><tr><td>".repeat(3_000),
        format!("<p {}>", attributes.join(" ")),
        "&amp;".repeat(200_000),
        "<".repeat(300_000) + &"</".repeat(100_000) + &"&".repeat(100_000),
        format!("<p title='{}", "never closed ".repeat(50_000)),
        format!(
            "<img src='data:image/png;base64,{}'>",
            "A".repeat(3_000_000)
        ),
        "<p>&</p><x>".repeat(100_000),
        "<span></div>".repeat(100_000),
        "<!-->".repeat(100_000) + &"<!".repeat(100_000),
    ] {
        let start = std::time::Instant::now();
        let (part, _) = read(&format!("{words}{flood}"), None);
        let head: String = flood.chars().take(20).collect();
        assert!(part.text.contains("Words at the beginning."), "{head}");
        assert!(
            start.elapsed().as_secs() < 20,
            "{head}: {:?}",
            start.elapsed()
        ); // milliseconds in a release
    }
}

fn pages() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zA-Zé ]{0,20}",
        4 => prop::sample::select(vec![
            "<p>", "</p>", "<div>", "</div>", "<h2>", "</h2>", "<ul>", "<li>", "</ul>", "<ol start=3>", "</ol>", "<b>", "</b>", "<a href='/x'>", "</a>",
            "<table>", "<tr>", "<td colspan=3 rowspan=2>", "<th>", "</table>", "<pre>", "</pre>", "<br>", "<hr>", "<blockquote>", "</blockquote>", "<dl><dt>", "<dd>", "</dl>",
            "<img alt='x y'>", "<sup><a href='#n'>1</a></sup>", "<p id=n>", "<q>", "</q>", "<details><summary>Why?", "</summary>", "</details>", "<h3><button>What?</button></h3>",
            "<script>", "</script>", "<!--", "-->", "&amp;", "&#27;", "&nbsp;", "\n", "<", ">", "</", "<svg>", "</svg>", "<template>", "<title>", "<form>", "<main>", "<article>",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// All that is seen of a part stands in its text, in order.
fn holds(part: &Part) {
    let mut end = 0;
    for id in part.ids() {
        let block = part.block(id).unwrap();
        assert!(
            block.span.start >= end && !block.span.is_empty(),
            "{block:?}"
        );
        end = block.span.end;
        let mut at = block.span.start;
        for run in part.runs(id) {
            assert!(run.span.start >= at, "{run:?} in {block:?}");
            assert!(
                run.span.end <= end.max(run.span.start),
                "{run:?} in {block:?}"
            );
            at = run.span.end;
        }
    }
    assert!(end as usize <= part.text.len());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_page(html in pages()) {
        holds(&read(&html, None).0);
        holds(&written(&html));
    }
}

#[test]
fn people_and_publishers_are_told_of_by_their_address() {
    let data = r##"{"@graph":[{"@type":"NewsArticle","headline":"Boats","author":{"@id":"#ann"},"publisher":{"@id":"#post"},"mainEntityOfPage":"https://a.example/1"},{"@type":"Person","@id":"#ann","name":"Ann &amp; Bo"},{"@type":"Organization","@id":"#post","name":"The Post"}]}"##;
    let head = format!("<script type=\"application/ld+json\">{data}</script>");
    let meta = read(&format!("<head>{head}</head><p>{PAYS}"), None).0.meta;
    let told = [meta.byline, meta.publisher, meta.url];
    let told = told.each_ref().map(Option::as_deref);
    assert_eq!(
        told,
        [
            Some("Ann & Bo"),
            Some("The Post"),
            Some("https://a.example/1")
        ]
    );
}

#[test]
fn what_a_document_declares_is_no_text() {
    let kind = "<!DOCTYPE html [ <!ENTITY a \"b\"> ]>";
    let page = format!("<?xml version=\"1.0\"?>{kind}<html><body><p>{PAYS}</p></body></html>");
    assert_eq!(picture(&read(&page, None).0), [PAYS]);
}
