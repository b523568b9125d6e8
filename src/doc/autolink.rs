//! Autolinks: addresses that stand bare in a text are links.
//!
//! No format has to say so: readers see an address in Markdown, plain copy, pages and what programs print alike. Code, pictures and what is a
//! link already are left alone. The text stays what it is; only its runs are cut where an address begins and ends.

mod address;

use std::ops::Range;

use self::address::Address;
use super::part::Part;
use super::run::{Link, LinkId, Marks, Run, Shown};
use crate::text::num;
use crate::text::span::Span;

/// Runs that are not looked at: what is in them is no address, or leads elsewhere.
const LEFT_ALONE: Marks = Marks::CODE.union(Marks::IMAGE).union(Marks::NOTE);

/// Makes links of the bare addresses in the runs of a block, which are those of `part` from `first` on. `text` is all of the part, and `span`
/// the block in it. Linear.
pub(super) fn link(part: &mut Part, text: &str, span: Range<usize>, first: usize) {
    if !address::may_be_in(crate::text::cut(text, span)) {
        return;
    }
    let runs = part.runs.get(first..).unwrap_or_default();
    let (mut seen, mut ends) = (String::new(), Vec::with_capacity(runs.len()));
    for run in runs {
        seen.push_str(shown(part, text, run));
        ends.push(seen.len());
    }
    let addresses = address::find(&seen);
    if !addresses.is_empty() {
        let runs = part.runs.split_off(first);
        let mut linker = Linker {
            part,
            addresses: &addresses,
            next: 0,
            open: None,
        };
        let mut start = 0;
        for (run, end) in runs.into_iter().zip(ends) {
            linker.push(run, start..end);
            start = end;
        }
    }
}

/// What is seen of a run; a sign that ends addresses for one that is left alone.
fn shown<'a>(part: &'a Part, text: &'a str, run: &Run) -> &'a str {
    if is_left_alone(run) {
        return "\n";
    }
    match run.shown {
        Shown::Source => crate::text::cut(text, run.span.range()),
        Shown::Text(id) => part.text(id).unwrap_or_default(),
        Shown::Space | Shown::Break | Shown::CellEnd => "\n",
    }
}

fn is_left_alone(run: &Run) -> bool {
    run.link.is_some() || run.marks.intersects(LEFT_ALONE)
}

/// Puts runs back, those of addresses as links.
struct Linker<'a> {
    part: &'a mut Part,
    addresses: &'a [Address],
    /// The address that comes next, or goes on.
    next: usize,
    /// Its link, once it has begun.
    open: Option<LinkId>,
}

impl Linker<'_> {
    /// Puts a run back that shows `range` of what is seen, cut where addresses begin and end. What shows other text than it covers stays whole.
    fn push(&mut self, run: Run, range: Range<usize>) {
        if run.shown != Shown::Source || is_left_alone(&run) || range.is_empty() {
            return self.put(run, &range);
        }
        let mut at = range.start;
        while at < range.end {
            let border = self.border_behind(at).min(range.end);
            let start = num::offset(at - range.start);
            let span = Span::new(start, num::offset(border - range.start)).shift(run.span.start);
            self.put(Run { span, ..run }, &(at..border));
            at = border;
        }
    }

    /// Where the next address begins or ends behind the byte `at`.
    fn border_behind(&mut self, at: usize) -> usize {
        self.pass(at);
        let next = self.addresses.get(self.next);
        next.map_or(usize::MAX, |it| {
            if it.range.start > at {
                it.range.start
            } else {
                it.range.end
            }
        })
    }

    /// Passes over the addresses that end before the byte `at`, or with it.
    fn pass(&mut self, at: usize) {
        while self
            .addresses
            .get(self.next)
            .is_some_and(|it| it.range.end <= at)
        {
            self.next += 1;
            self.open = None;
        }
    }

    fn put(&mut self, run: Run, range: &Range<usize>) {
        self.pass(range.start);
        let address = self.addresses.get(self.next);
        let address = address.filter(|it| it.range.start < range.end && run.link.is_none());
        let link = address.map(|address| self.link(&address.url, run.span));
        self.part.runs.push(Run {
            link: link.or(run.link),
            ..run
        });
    }

    /// The link of the address that has come, of which `span` is a part.
    fn link(&mut self, url: &str, span: Span) -> LinkId {
        if let Some(id) = self.open {
            if let Some(link) = self.part.link_mut(id) {
                link.span = link.span.join(span);
            }
            return id;
        }
        let id = self.part.next_link();
        let url = url.into();
        self.part.links.push(Link { span, url });
        self.open = Some(id);
        id
    }
}

#[cfg(test)]
mod tests {
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// The words of all links, each with where it leads.
    #[track_caller]
    fn check(text: &str, format: Format, expected: &[(&str, &str)]) {
        let document = Document::read(text.to_owned(), format);
        let links = document.links();
        let links: Vec<_> = links
            .map(|link| (document.visible(link.span), &*link.url))
            .collect();
        let links: Vec<_> = links.iter().map(|(words, url)| (&**words, *url)).collect();
        assert_eq!(links, expected, "{text:?}");
    }

    #[test]
    fn addresses_are_links_in_every_format() {
        let expected = [("https://a.example/b", "https://a.example/b")];
        check("See https://a.example/b.", Format::Markdown, &expected);
        check("See https://a.example/b.\n", Format::Text, &expected);
        check(
            "\x1b[31msee\x1b[m https://a.example/b\n",
            Format::Terminal,
            &expected,
        );
        check(
            "_\x08s_\x08e https://a.exam\x1b[1mple/b\x1b[m\n",
            Format::Terminal,
            &expected,
        );
        check(
            "<article><p>See https://a.example/b.</p></article>",
            Format::Html,
            &expected,
        );
    }

    #[test]
    fn markup_may_stand_in_an_address() {
        check(
            "https://a.example/?a=1&amp;b=2\\_3 and",
            Format::Markdown,
            &[(
                "https://a.example/?a=1&b=2_3",
                "https://a.example/?a=1&b=2_3",
            )],
        );
        check(
            "**https://a.example/b** or *www.a.example*",
            Format::Markdown,
            &[
                ("https://a.example/b", "https://a.example/b"),
                ("www.a.example", "http://www.a.example"),
            ],
        );
    }

    #[test]
    fn links_code_and_pictures_are_left_alone() {
        let none = [("https://b.example/", "https://a.example/")];
        check(
            "[https://b.example/](https://a.example/)",
            Format::Markdown,
            &none,
        );
        check("`https://a.example/`", Format::Markdown, &[]);
        check("```\nhttps://a.example/\n```", Format::Markdown, &[]);
        check("![https://a.example/](b.png)", Format::Markdown, &[]);
        check(
            "<article><pre>https://a.example/</pre></article>",
            Format::Html,
            &[],
        );
    }

    #[test]
    fn no_word_beside_an_address_is_lost() {
        for (text, format, shown) in [
            (
                "Use `a bc` and see https://a.example/b now, ![a boat](x.png) too[^1]; `zz` ann@a.example.\n\n[^1]: Note.\n",
                Format::Markdown,
                "Use a bc and see https://a.example/b now, [image: a boat] too[1]; zz ann@a.example.",
            ),
            (
                "<article><p>Use <code>a bc</code> and see https://a.example/b now.</article>",
                Format::Html,
                "Use a bc and see https://a.example/b now.",
            ),
        ] {
            let document = Document::read(text.to_owned(), format);
            let runs = document.runs(crate::doc::block::BlockId::default());
            let words: String = runs.iter().map(|run| document.shown(run)).collect();
            assert_eq!(words, shown);
        }
    }

    #[test]
    fn links_stand_in_the_order_of_the_text() {
        check(
            "https://a.example/ [b](/b) https://c.example/",
            Format::Markdown,
            &[
                ("https://a.example/", "https://a.example/"),
                ("b", "/b"),
                ("https://c.example/", "https://c.example/"),
            ],
        );
    }
}
