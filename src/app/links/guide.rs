//! The guide: where links and the marks of footnotes lead. Looks through the article once, when first asked, however many ask.

use std::cell::OnceCell;
use std::collections::HashMap;

use url::Url;

use super::address::Address;
use super::at::{self, At};
use super::places::Places;
use super::{Leads, Neighbour, Target};
use crate::app::App;
use crate::app::article::Article;
use crate::app::view::Mark;
use crate::doc::block::{BlockId, Frame, FrameKind};
use crate::doc::run::{Marks, Shown};
use crate::input::Origin;
use crate::input::beside::beside;
use crate::text::percent::decoded;

/// Knows where links lead.
pub(super) struct Guide<'a> {
    article: &'a Article,
    origin: Option<&'a Origin>,
    places: OnceCell<Places>,
    notes: OnceCell<HashMap<&'a str, Vec<Mark>>>,
    references: OnceCell<HashMap<String, Mark>>,
}

impl<'a> Guide<'a> {
    pub(super) fn new(app: &'a App) -> Self {
        let open = app.shelf.open().and_then(|index| app.shelf.volume(index));
        Self {
            article: &app.article,
            origin: open.map(|it| &it.origin),
            places: OnceCell::new(),
            notes: OnceCell::new(),
            references: OnceCell::new(),
        }
    }

    /// What is known of a link or a mark in a block.
    pub(super) fn target(&self, at: At, block: BlockId) -> Option<Target> {
        let document = &self.article.document;
        let span = at.span(document)?;
        let (text, leads) = match at {
            At::Link(id) => {
                let text = document.visible(span);
                let leads = self.leads(&document.link(id)?.url, &text);
                (text, leads)
            }
            At::Note(_) => {
                let mut runs = document.runs(block).iter();
                let run = runs.find(|run| run.span.covers(span))?;
                let text = match run.shown {
                    Shown::Source => document.slice(span),
                    _ => document.shown(run),
                };
                (text.to_owned(), self.note(block, label(text)))
            }
            At::Number(block) => {
                let label = at::note(document, block)?;
                (format!("[{label}] back"), self.back(label))
            }
        };
        Some(Target { span, text, leads })
    }

    /// Where the address of a link leads.
    fn leads(&self, written: &str, text: &str) -> Leads {
        let own = self.article.address();
        let nowhere = |why: String| Leads::Nowhere {
            written: written.to_owned(),
            why,
        };
        if let Some(name) = fragment(written, own) {
            let here = self.place(&name);
            return here.map_or_else(|| nowhere(self.unknown_place()), Leads::Here);
        }
        if is_relative(written) && !self.has_own_address() {
            return match self.neighbour(written) {
                Ok(neighbour) if self.origin.is_some_and(|it| neighbour.is(it)) => {
                    let here = match neighbour.place {
                        Some(name) => self.place(&name),
                        None => self.top(),
                    };
                    here.map_or_else(|| nowhere(self.unknown_place()), Leads::Here)
                }
                Ok(neighbour) => Leads::Beside(neighbour),
                Err(why) => nowhere(why.to_owned()),
            };
        }
        match Address::of(written, own, text) {
            Ok(address) => Leads::Out(address),
            Err(why) => nowhere(why),
        }
    }

    /// Where the article begins.
    fn top(&self) -> Option<Mark> {
        let block = BlockId::default();
        let span = self.article.document.block(block)?.span;
        Some(Mark { span, block })
    }

    fn place(&self, name: &str) -> Option<Mark> {
        let places = self.places.get_or_init(|| Places::of(self.article));
        places.mark(self.article, name)
    }

    fn unknown_place(&self) -> String {
        let reason = if self.article.document.is_whole() {
            "no heading or place of this article is called so; / searches for words"
        } else {
            "no place is called so in what has been read so far; try again when all of it is there"
        };
        reason.to_owned()
    }

    /// Whether what is written in relation to the article is an address on the web: a page that was kept in a file leads where it came from.
    fn has_own_address(&self) -> bool {
        let is_file = matches!(self.origin, Some(Origin::File(_)));
        let is_page = self.article.document.format().is_derived();
        self.article.address().is_some() && (is_page || !is_file)
    }

    /// The file beside that of the article, as a link names it; or why there is none.
    fn neighbour(&self, written: &str) -> Result<Neighbour, &'static str> {
        let own = match self.origin {
            Some(origin @ Origin::File(_)) => origin.path(),
            _ => None,
        };
        let Some(own) = own else {
            return Err(match self.origin {
                Some(Origin::Shipped(_)) => {
                    "it leads to a file beside the article, and this one comes with sidenote"
                }
                _ => {
                    "it leads to a file beside the article, and what is piped in has no place; open the article by its file or address"
                }
            });
        };
        let (path, place) = match written.split_once('#') {
            Some((path, place)) => (path, Some(decoded(place))),
            None => (written, None),
        };
        if decoded(path).starts_with('/') {
            return Err(
                "it begins at the top of a site, and the article does not say of which; y copies it",
            );
        }
        Ok(Neighbour {
            path: beside(own, path),
            place: place.filter(|place| !place.is_empty()),
        })
    }

    /// The footnote with a label: the first that stands behind its mark, or else the first before.
    fn note(&self, mark: BlockId, label: &str) -> Leads {
        let notes = self.notes.get_or_init(|| self.all_notes());
        let notes = notes.get(label).map_or(&[][..], |it| it);
        let behind = notes.partition_point(|note| note.block < mark);
        match notes.get(behind).or_else(|| notes.first()) {
            Some(note) => Leads::Note(*note),
            None => Leads::Nowhere {
                written: label.to_owned(),
                why: "the article has no footnote of that name".to_owned(),
            },
        }
    }

    /// All footnotes by their labels, in reading order.
    fn all_notes(&self) -> HashMap<&'a str, Vec<Mark>> {
        let document = &self.article.document;
        let mut notes: HashMap<_, Vec<Mark>> = HashMap::new();
        for block in document.ids() {
            let of_note = |it: &Frame| matches!(it.kind, FrameKind::Note(_));
            let Some(frame) = document.frames(block).find(of_note) else {
                continue;
            };
            let (FrameKind::Note(label), Some(it)) = (frame.kind, document.block(block)) else {
                continue;
            };
            let notes = notes.entry(document.text(label)).or_default();
            match notes.last_mut().filter(|note| note.block == frame.first) {
                Some(note) => note.span = note.span.join(it.span),
                None => notes.push(Mark {
                    span: it.span,
                    block,
                }),
            }
        }
        notes
    }

    /// The first mark of a footnote.
    fn back(&self, label: &str) -> Leads {
        let references = self.references.get_or_init(|| self.all_references());
        match references.get(label) {
            Some(mark) => Leads::Here(*mark),
            None => Leads::Nowhere {
                written: label.to_owned(),
                why: "nothing in the text refers to this footnote".to_owned(),
            },
        }
    }

    /// The first mark of each footnote, by its label.
    fn all_references(&self) -> HashMap<String, Mark> {
        let document = &self.article.document;
        let mut references = HashMap::new();
        for block in document.ids() {
            let runs = document.runs(block).iter();
            for run in runs.filter(|run| run.marks.contains(Marks::NOTE)) {
                for at in At::of_run(document, run) {
                    let span = at.span(document).unwrap_or(run.span);
                    let text = match run.shown {
                        Shown::Source => document.slice(span),
                        _ => document.shown(run),
                    };
                    let mark = Mark { span, block };
                    references.entry(label(text).to_owned()).or_insert(mark);
                }
            }
        }
        references
    }
}

fn label(mark: &str) -> &str {
    mark.trim_matches(['[', ']'])
}

/// The place within the article that an address names, decoded.
fn fragment(written: &str, own: Option<&str>) -> Option<String> {
    let (page, fragment) = written.split_once('#')?;
    let own = own.and_then(|it| it.split('#').next());
    let is_here = page.is_empty() || own == Some(page);
    is_here.then(|| decoded(fragment))
}

/// Whether an address names neither scheme nor host: it counts from where the article is.
fn is_relative(written: &str) -> bool {
    let written = written.trim();
    let has_scheme = !matches!(
        Url::parse(written),
        Err(url::ParseError::RelativeUrlWithoutBase)
    );
    !has_scheme && !written.is_empty() && !written.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_decoded() {
        assert_eq!(fragment("#a%20b", None).as_deref(), Some("a b"));
        assert_eq!(fragment("#100%", None).as_deref(), Some("100%"));
        let own = Some("https://a.example/b#c");
        assert_eq!(fragment("https://a.example/b#d", own).as_deref(), Some("d"));
        assert_eq!(fragment("https://a.example/#d", own), None);
    }

    #[test]
    fn paths_are_told_from_addresses() {
        for path in ["a.md", "../a/b.md#c", "./a", "a b.md", "?a", "/a.md"] {
            assert!(is_relative(path), "{path}");
        }
        for address in [
            "https://a.example",
            "//a.example/b",
            "mailto:a",
            "c:d",
            "",
            " ",
        ] {
            assert!(!is_relative(address), "{address}");
        }
    }
}
