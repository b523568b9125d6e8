//! What reading costs: parse, sections, detectors, layout, search, one frame; over generated articles of several sizes.
//!
//! `cargo bench` prints times and throughput. Frames and pages must cost the same at every size.

mod article;

use std::sync::Arc;

use article::article;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sidenote::app::App;
use sidenote::app::area::Size;
use sidenote::app::event::{Event, Key};
use sidenote::app::findings::Findings;
use sidenote::app::shelf::Shelf;
use sidenote::app::update::update;
use sidenote::article::annotate;
use sidenote::article::changes::{Version, compare};
use sidenote::article::chapter::Chapter;
use sidenote::article::quote::quotes;
use sidenote::article::reading::{OnDemand, Reading};
use sidenote::article::section::Outline;
use sidenote::config::file;
use sidenote::config::printed;
use sidenote::config::setting::Settings;
use sidenote::config::theme::DARK;
use sidenote::doc::Document;
use sidenote::doc::block::BlockId;
use sidenote::doc::format::Format;
use sidenote::input::Origin;
use sidenote::input::shipped::Shipped;
use sidenote::layout::Measure;
use sidenote::layout::cache::Layouts;
use sidenote::layout::walk::Walk;
use sidenote::search::manner::Manner;
use sidenote::search::{Query, Search};

const SIZES: &[usize] = &[4_000, 100_000, 1_000_000, 10_000_000];

const SCREEN: Size = Size {
    width: 120,
    height: 40,
};

fn main() {
    divan::main();
}

fn document(bytes: usize) -> Document {
    Document::read(article(bytes), Format::Markdown)
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = article(bytes);
    bencher
        .counter(BytesCount::new(text.len()))
        .with_inputs(|| text.clone())
        .bench_values(|text| Document::read(text, Format::Markdown));
}

#[divan::bench(args = SIZES)]
fn sections(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = document(bytes);
    bencher
        .counter(BytesCount::new(document.bytes()))
        .bench(|| Outline::of(&document));
}

#[divan::bench(args = SIZES)]
fn detect(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = document(bytes);
    let outline = Outline::of(&document);
    bencher
        .counter(BytesCount::new(document.bytes()))
        .bench(|| annotate(&document, &outline));
}

/// What `detect` spends on knowing who is who.
#[divan::bench(args = SIZES)]
fn detect_people(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = document(bytes);
    bencher
        .counter(BytesCount::new(document.bytes()))
        .bench(|| {
            let chapter = Chapter::whole(&document);
            Reading::of(&chapter).stretches.len()
        });
}

/// What `detect` spends on quotes, once it is known who is who.
#[divan::bench(args = SIZES)]
fn detect_quotes(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = document(bytes);
    let chapter = Chapter::whole(&document);
    let reading = OnDemand::new(&chapter);
    reading.get();
    bencher
        .counter(BytesCount::new(document.bytes()))
        .bench_local(|| quotes(&document, &reading));
}

/// A page of 36 rows that nothing has been laid out of yet.
#[divan::bench(args = SIZES)]
fn lay_out_a_page(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = document(bytes);
    bencher
        .with_inputs(Layouts::default)
        .bench_values(|mut layouts| {
            let range = BlockId::default()..BlockId::new(document.len());
            let middle = BlockId::new(document.len() / 2);
            let at = document.block(middle).map_or(0, |block| block.span.start);
            let place = sidenote::layout::walk::Place::new(middle, at);
            let mut walk = Walk {
                document: &document,
                layouts: &mut layouts,
                measure: Measure {
                    width: 65,
                    ..Measure::default()
                },
                range,
            };
            let top = walk.spot(place);
            walk.page(top, 36)
        });
}

/// All of an article.
#[divan::bench(args = [4_000, 100_000, 1_000_000])]
fn lay_out_everything(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = document(bytes);
    bencher
        .counter(BytesCount::new(document.bytes()))
        .with_inputs(Layouts::default)
        .bench_values(|mut layouts| {
            let range = BlockId::default()..BlockId::new(document.len());
            let mut walk = Walk {
                document: &document,
                layouts: &mut layouts,
                measure: Measure {
                    width: 65,
                    ..Measure::default()
                },
                range,
            };
            let top = walk.first();
            walk.rows(top).count()
        });
}

/// A phrase that is nowhere: all of the article is searched.
#[divan::bench(args = SIZES)]
fn search(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = document(bytes);
    bencher
        .counter(BytesCount::new(document.bytes()))
        .bench(|| {
            let query = Query::new("a phrase that is nowhere", Manner::default())
                .expect("something is typed");
            let mut search = Search::new(query, BlockId::default());
            while search.advance(&document, 256 * 1024) {}
            search.len()
        });
}

/// Two versions of an article of which every fifth paragraph has other words.
#[divan::bench(args = SIZES)]
fn compare_versions(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = article(bytes);
    let edited = text
        .replace("year 1", "the year 1")
        .replace("Free berths", "Berths");
    let read = |text: String| {
        let document = Document::read(text, Format::Markdown);
        let outline = Outline::of(&document);
        let annotations = annotate(&document, &outline);
        (document, outline, annotations)
    };
    let (old, new) = (read(text), read(edited));
    let both = [&old, &new].map(|(document, outline, annotations)| Version {
        document,
        outline,
        annotations,
    });
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| compare(both[0], both[1]).changes.len());
}

fn reader(bytes: usize) -> App {
    let document = Arc::new(document(bytes));
    let outline = Outline::of(&document);
    let findings = Findings::new(annotate(&document, &outline), &outline, true);
    let shelf = Shelf::of_one(Origin::Shipped(Shipped::article())).0;
    let mut app = App::new(SCREEN, shelf, None, &Settings::default());
    let outline = Arc::new(outline);
    update(&mut app, Event::Read { document, outline });
    update(
        &mut app,
        Event::Annotated {
            findings: Box::new(findings),
            is_more: false,
        },
    );
    app.settle();
    app
}

/// The longest configuration that is likely, the default with all of its keys, until the keymap is made.
#[divan::bench]
fn configuration(bencher: Bencher<'_, '_>) {
    let file = printed::file(&Settings::default()).replace("#\"", "\"");
    bencher.bench(|| {
        let (settings, mistakes) = file::read(black_box(&file));
        assert!(mistakes.is_empty());
        settings.keymap()
    });
}

/// A key, the page that it leads to, and its cells.
#[divan::bench(args = SIZES)]
fn turn_a_page(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut app = reader(bytes);
    bencher.bench_local(|| {
        update(&mut app, Event::Key(Key::char(' ')));
        app.settle();
        frame(&app)
    });
}

/// The same page again: what a frame costs when nothing has to be laid out.
#[divan::bench(args = SIZES)]
fn draw_a_frame(bencher: Bencher<'_, '_>, bytes: usize) {
    let app = reader(bytes);
    bencher.bench_local(|| frame(&app));
}

fn frame(app: &App) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, SCREEN.width, SCREEN.height));
    sidenote::ui::draw(black_box(app), &DARK, &mut buffer);
    buffer
}
