//! What must hold for any text, any size, any keys.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sidenote::app::area::Size;
use sidenote::app::event::{Event, Key};
use sidenote::config::theme::DARK;
use sidenote::doc::Document;
use sidenote::doc::block::{BlockId, BlockKind};
use sidenote::doc::format::Format;
use sidenote::layout::Measure;
use sidenote::layout::cache::Layouts;
use sidenote::layout::row::PieceText;
use sidenote::layout::walk::{Place, Walk};
use sidenote::search::manner::Manner;
use sidenote::search::{Query, Search};
use sidenote::text::cluster::clusters;
use sidenote::text::order::Order;

use crate::screen::Screen;

/// Texts made of what Markdown and news copy are made of, and of anything else.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-zA-Zéüß ]{0,20}",
        2 => prop::sample::select(vec![
            "\n", "\n\n", "- ", "1. ", "> ", "# ", "## Why?\n", "**", "*", "`", "```\n", "| a | b |\n|---|---|\n| c | d |\n",
            "“", "”", "‘", "’", "\"", "'", "said Ann Lee.", " he promised to pay ", "[a](b)", "![x](y)", "[^1]", "&amp;",
            "\u{1b}[31m", "\u{202e}", "\u{ad}", "\u{200b}", "安全保障", "สวัสดี", "👩\u{200d}👧", "\t", "\r\n", "<b>", "<!--", "---\n",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

fn formats() -> impl Strategy<Value = Format> {
    prop::sample::select(vec![Format::Markdown, Format::Text, Format::Html])
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn blocks_follow_each_other_and_runs_stay_inside(text in texts(), format in formats()) {
        let document = Document::read(text, format);
        let mut end = 0;
        for id in document.ids() {
            let block = document.block(id).unwrap();
            prop_assert!(block.span.start >= end, "{block:?} begins before {end}");
            end = block.span.end;
            let mut at = block.span.start;
            for run in document.runs(id) {
                prop_assert!(run.span.start >= at, "{run:?} in {block:?}");
                at = run.span.start;
            }
            prop_assert!(block.span.is_empty() || document.block_at(block.span.start) == id);
        }
        prop_assert!(end <= document.bytes());
    }

    #[test]
    fn no_row_is_wider_than_asked_and_every_row_has_a_place_of_its_own(text in texts(), format in formats(), width in 1u16..90) {
        let document = Document::read(text, format);
        let mut layouts = Layouts::default();
        let range = BlockId::default()..BlockId::new(document.len());
        let mut walk = Walk { document: &document, layouts: &mut layouts, measure: Measure { width, ..Measure::default() }, range };
        let top = walk.first();
        let (rows, is_end) = walk.page(top, 10_000);
        prop_assert!(is_end);
        let mut last = None;
        for (id, row) in &rows {
            let kind = document.block(*id).unwrap().kind;
            let widest = row.pieces.iter().flat_map(|piece| clusters(match &piece.text {
                PieceText::Source => document.slice(piece.span),
                PieceText::Shown(text) => text,
                PieceText::Picture(_) => "",
            }).map(|cluster| cluster.width)).max().unwrap_or(0);
            let may_stick_out = matches!(kind, BlockKind::Code | BlockKind::Output | BlockKind::Row(..)) || widest > usize::from(width);
            prop_assert!(row.width() <= width.max(3) || may_stick_out, "{row:?} at {width}");
            let place = Some(Place::new(*id, row.at));
            prop_assert!(place > last, "{place:?} after {last:?}");
            last = place;
        }
    }

    #[test]
    fn the_words_are_the_same_at_every_width(text in texts(), format in formats()) {
        let document = Document::read(text, format);
        let words = |width| {
            let measure = Measure { width, order: Order::Logical, ..Measure::default() };
            let shown = crate::layout::set(&document, measure);
            shown.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
        };
        let has_columns = document.ids().any(|id| matches!(document.block(id).unwrap().kind, BlockKind::Row(..)));
        let has_hyphens = document.pieces().any(|(_, piece)| piece.contains('\u{ad}'));
        prop_assume!(!has_columns && !has_hyphens);
        prop_assert_eq!(words(80), words(24));
    }

    #[test]
    fn stepping_down_and_up_again_returns(text in texts(), format in formats(), width in 4u16..90, from in 0isize..30, by in 0isize..30) {
        let document = Document::read(text, format);
        prop_assume!(!document.is_empty());
        let mut layouts = Layouts::default();
        let range = BlockId::default()..BlockId::new(document.len());
        let mut walk = Walk { document: &document, layouts: &mut layouts, measure: Measure { width, ..Measure::default() }, range };
        let top = walk.first();
        let (start, _) = walk.step(top, from);
        let (down, gone) = walk.step(start, by);
        let (back, _) = walk.step(down, -isize::try_from(gone).unwrap());
        prop_assert_eq!(back, start);
        let place = walk.place(down);
        prop_assert_eq!(walk.spot(place), down);
    }

    #[test]
    fn what_is_visible_is_found(text in texts(), format in formats(), at in 0usize..200, length in 1usize..12) {
        let document = Document::read(text, format);
        let shown: Vec<String> = document.ids().map(|id| document.prose(id).as_str().to_owned()).collect();
        let Some(block) = shown.iter().position(|prose| prose.chars().count() > at) else { return Ok(()) };
        let typed: String = shown[block].chars().skip(at).take(length).collect();
        let Ok(query) = Query::new(typed.trim(), Manner::default()) else { return Ok(()) };
        let mut search = Search::new(query, BlockId::default());
        while search.advance(&document, 4096) {}
        prop_assert!((0..search.len()).any(|hit| search.hit(hit).unwrap().block.index() == block), "{typed:?} in {:?}", shown[block]);
    }

    #[test]
    fn any_keys_at_any_size_draw_safe_cells(
        text in texts(),
        format in formats(),
        sizes in prop::collection::vec((0u16..130, 0u16..45), 1..4),
        keys in "[jkdufbgG%\\]\\[}{.,st123wlh<>nNyMz/?a-e0-9 ]{0,40}",
    ) {
        let mut screen = Screen::read(&text, format, "name\u{1b}.txt", "80x24");
        for (index, key) in keys.chars().enumerate() {
            let (width, height) = sizes[index % sizes.len()];
            if index % 7 == 0 {
                screen.event(Event::Resize(Size { width, height }));
            }
            let key = if key == 'e' { crate::screen::esc() } else { Key::char(key) };
            screen.event(Event::Key(key));
            screen.app.settle();
            let size = screen.app.size;
            let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
            sidenote::ui::draw(&screen.app, &DARK, &mut buffer);
            for cell in buffer.content() {
                let is_safe = cell.symbol().chars().all(is_safe);
                prop_assert!(is_safe, "{:?}", cell.symbol());
            }
        }
    }
}

fn is_safe(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}
