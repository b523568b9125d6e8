//! Text that was written to be slow to read.

use sidenote::article::annotate;
use sidenote::article::section::Outline;
use sidenote::doc::Document;
use sidenote::doc::format::Format;

use crate::shape::HOSTILE;

/// Of what the benches read, this part is read here.
const PART: usize = 10;

/// Anything but linear would take minutes here.
#[test]
fn what_is_found_in_hostile_text_stands_in_it() {
    for shape in HOSTILE {
        let document = Document::read((shape.text)(shape.bytes / PART), Format::Text);
        let found = annotate(&document, &Outline::of(&document));
        let quotes = found.quotes.iter().map(|quote| quote.span);
        let guarantees = found.guarantees.iter().map(|it| it.span);
        for span in quotes.chain(guarantees) {
            assert!(!document.excerpt(span).is_empty(), "{}", shape.name);
        }
    }
}
