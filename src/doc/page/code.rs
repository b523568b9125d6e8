//! Code in web pages: which language it is in, and the numbers of its lines, which are none of it.
//!
//! No element says the language of code. HTML recommends a class, `language-x`; programs that colour code have conventions of their own, on the
//! code, on the `pre` around it or on a box around both.

use dom_query::{Document, NodeRef};

/// What a class begins with that names a language.
const PREFIXES: &[&str] = &[
    "language-",
    "lang-",
    "highlight-source-",
    "highlight-text-",
    "highlight-",
];

/// Classes behind which that of a language follows.
const BEFORE: &[&str] = &["hljs", "sourceCode", "highlight", "brush:"];

/// Attributes that name a language.
const ATTRIBUTES: &[&str] = &["data-lang", "data-language"];

/// Boxes around code that are looked at: there may be a table of it and of the numbers of its lines.
const AROUND: usize = 6;

/// What elements with the numbers of lines are called.
const NUMBERS: &str = "[class*='lineno'], [class*='linenos'], [class*='line-number'], [class*='linenumber'], [class*='gutter']";

/// The language of a `pre`, as its author names it.
pub(super) fn language(pre: &NodeRef<'_>) -> Option<String> {
    let code = pre.first_element_child().filter(|it| it.has_name("code"));
    let own = [Some(*pre), code].into_iter().flatten();
    own.chain(pre.ancestors_it(Some(AROUND)))
        .find_map(|node| named(&node))
}

/// The language that an element names.
fn named(node: &NodeRef<'_>) -> Option<String> {
    let attribute = ATTRIBUTES.iter().find_map(|name| node.attr(name));
    attribute
        .map(|it| it.to_string())
        .or_else(|| in_classes(&node.attr_or("class", "")))
}

/// The language that classes name: `language-rust`, `sourceCode rust`, `brush: rust;`.
fn in_classes(classes: &str) -> Option<String> {
    let prefixed = classes.split_whitespace().find_map(|class| {
        let names = PREFIXES.iter();
        names.copied().find_map(|prefix| class.strip_prefix(prefix))
    });
    let behind = || {
        let mut classes = classes.split_whitespace();
        classes.find(|class| BEFORE.contains(class))?;
        classes.next().map(|class| class.trim_end_matches(';'))
    };
    prefixed.or_else(behind).map(str::to_owned)
}

/// Says on the code of a page itself which language it is in, for weighing drops boxes, and takes the numbers of its lines out.
pub(super) fn set(page: &Document) {
    for pre in page.select("pre").nodes() {
        if let Some(language) = language(pre) {
            pre.set_attr("data-lang", &language);
        }
    }
    remove_numbers(page);
}

/// Takes out elements that are called numbers of lines and hold nothing else.
fn remove_numbers(page: &Document) {
    for node in page.select(NUMBERS).nodes() {
        let text = node.text();
        let is_number = |c: char| c.is_ascii_digit() || c.is_whitespace();
        if !text.trim().is_empty() && text.chars().all(is_number) {
            node.remove_from_parent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: Option<&str>) {
        let page = Document::from(html);
        let found = language(page.select("pre").nodes().first().unwrap());
        assert_eq!(found.as_deref(), expected, "{html}");
    }

    #[test]
    fn the_language_is_found_where_programs_put_it() {
        let rust = Some("rust");
        check("<pre><code class='language-rust'>x</code></pre>", rust);
        check("<pre class='lang-rust'>x</pre>", rust);
        check("<pre class='prettyprint lang-rust'>x</pre>", rust);
        check(
            "<div class='highlight highlight-source-rust'><pre>x</pre></div>",
            rust,
        );
        check(
            "<div class='language-rust highlighter-rouge'><div class=highlight><pre class=highlight><code>x</code></pre></div></div>",
            rust,
        );
        check(
            "<pre><code data-lang=rust class='hljs'>x</code></pre>",
            rust,
        );
        check("<pre><code class='hljs rust'>x</code></pre>", rust);
        check("<pre class='sourceCode rust'><code>x</code></pre>", rust);
        check("<pre class='brush: rust; toolbar: false'>x</pre>", rust);
        check("<pre><code class='wide'>x</code></pre>", None);
        check("<pre>x</pre>", None);
    }
}
