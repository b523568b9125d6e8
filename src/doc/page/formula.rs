//! Formulas of web pages: MathML, in a line of text.
//!
//! After the linear format of Unicode Technical Note 28 as far as a line can be read at a glance: `(a+b)/2`, `√x`, `x²`, `x_k`. What a
//! page has besides for browsers without MathML, a picture of the formula or its glyphs one by one, is taken out.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::fold;
use crate::text::script::Script;

/// Signs that stand apart from both of their neighbours.
const RELATIONS: &[char] = &[
    '=', '≠', '<', '>', '≤', '≥', '≪', '≫', '≈', '≃', '≅', '∼', '≡', '∝', '∈', '∉', '⊂', '⊆', '⊃',
    '⊇', '→', '←', '↔', '⇒', '⇐', '⇔', '↦', '+', '−', '-', '±', '×', '∧', '∨', '∪', '∩', ':', '∣',
];

/// Signs over a letter that become a part of it.
const ACCENTS: &[(char, char)] = &[
    ('¯', '\u{304}'),
    ('‾', '\u{304}'),
    ('^', '\u{302}'),
    ('ˆ', '\u{302}'),
    ('~', '\u{303}'),
    ('˜', '\u{303}'),
    ('→', '\u{20D7}'),
    ('˙', '\u{307}'),
    ('¨', '\u{308}'),
];

/// Elements of MathML that no reader sees.
const SILENT: &[&str] = &[
    "annotation",
    "annotation-xml",
    "mphantom",
    "maligngroup",
    "malignmark",
];

/// How many elements around a formula may hold nothing but its other shapes.
const WRAPPINGS: usize = 4;

/// What the pictures of formulas are called, in their classes.
const PICTURES: &[&str] = &["math", "tex", "katex", "equation"];

/// Writes all formulas of a page into its text.
pub(super) fn write_out(page: &Document) {
    let mut tidied = HashSet::new();
    for math in page.select("math").nodes() {
        let formula = written(math);
        unwrap(math, &mut tidied);
        math.rename("span");
        math.remove_all_attrs();
        math.set_text(formula);
    }
}

/// Shows what is around a formula, and takes out its other shapes; what has been `tidied` is passed over.
fn unwrap(math: &NodeRef<'_>, tidied: &mut HashSet<NodeId>) {
    for around in math.ancestors(Some(WRAPPINGS)) {
        let is_wrapping = around
            .node_name()
            .is_some_and(|name| *name == *"span" || name.starts_with("mjx-"));
        if !is_wrapping {
            break;
        }
        if tidied.insert(around.id) {
            let others = around.element_children();
            others
                .iter()
                .filter(|it| is_shape(it))
                .for_each(NodeRef::remove_from_parent);
            fold::show(&around);
        }
    }
}

/// Whether an element beside a formula shows it for eyes alone.
fn is_shape(node: &NodeRef<'_>) -> bool {
    let is_silent = || *node.attr_or("aria-hidden", "") == *"true";
    let classes = || node.attr_or("class", "").to_ascii_lowercase();
    let is_picture =
        || node.has_name("img") && PICTURES.iter().any(|name| classes().contains(name));
    (is_silent() || is_picture()) && node.find_descendants("math").is_empty()
}

/// A formula in one line; where it has no elements, as it says of itself.
fn written(math: &NodeRef<'_>) -> String {
    let line = line(math);
    if line.is_empty() {
        math.attr_or("alttext", "").trim().to_owned()
    } else {
        line
    }
}

/// A part of a formula.
#[derive(Default)]
struct Term {
    text: String,
    /// Whether it is one sign, one name or one number, or bracketed.
    is_one: bool,
    /// Whether it is an operator.
    is_sign: bool,
}

/// An element of a formula by its name, with the terms in it.
struct Element<'a> {
    node: NodeRef<'a>,
    name: String,
    terms: Vec<Term>,
}

impl<'a> Element<'a> {
    fn new(node: NodeRef<'a>) -> Self {
        let name = node.node_name().unwrap_or_default();
        let name = name.rsplit(':').next().unwrap_or_default(); // `m:mi` in books
        Self {
            node,
            name: name.to_ascii_lowercase(),
            terms: Vec::new(),
        }
    }

    fn is_silent(&self) -> bool {
        SILENT.contains(&self.name.as_str())
    }

    /// Whether it holds text alone.
    fn is_token(&self) -> bool {
        matches!(self.name.as_str(), "mi" | "mn" | "mo" | "ms" | "mtext")
    }
}

/// Goes down and up without recursion: the terms of an element are put together when the walk leaves it.
fn line(math: &NodeRef<'_>) -> String {
    let mut open = vec![Element::new(*math)];
    let mut next = math.first_child();
    loop {
        if let Some(node) = next {
            let element = Element::new(node);
            let is_leaf = element.is_silent() || element.is_token();
            if let Some(inner) = node.first_child().filter(|_| !is_leaf) {
                open.push(element);
                next = Some(inner);
                continue;
            }
            if let Some(outer) = open.last_mut().filter(|_| element.is_token()) {
                outer.terms.push(token(&element));
            }
            next = node.next_sibling();
            continue;
        }
        let Some(element) = open.pop() else {
            return String::new();
        };
        let term = put_together(&element);
        match open.last_mut() {
            Some(outer) => outer.terms.push(term),
            None => return term.text.trim().to_owned(),
        }
        next = element.node.next_sibling();
    }
}

fn token(element: &Element<'_>) -> Term {
    let text = element.node.text();
    let is_shown = |c: &char| !matches!(c, '\u{2061}'..='\u{2064}'); // signs that are only thought
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Term {
        text: words.chars().filter(is_shown).collect(),
        is_one: true,
        is_sign: element.name == "mo",
    }
}

/// What an element makes of the terms in it.
fn put_together(element: &Element<'_>) -> Term {
    let (name, terms) = (element.name.as_str(), element.terms.as_slice());
    let mut parts = terms.iter();
    let mut part = || parts.next().map(Term::as_one).unwrap_or_default();
    let text = match name {
        "mfrac" if !terms.is_empty() => format!("{}/{}", part(), part()),
        "msqrt" => format!("√{}", joined(terms).as_one()),
        "mroot" => {
            let (under, index) = (part(), part());
            let small = Script::Above
                .write(&index)
                .unwrap_or_else(|| format!("{index}_"));
            format!("{small}√{under}")
        }
        "msup" => format!("{}{}", part(), script(Script::Above, &part())),
        "mover" => over(&part(), &part()),
        "msub" | "munder" => format!("{}{}", part(), script(Script::Below, &part())),
        "msubsup" | "munderover" => {
            let (base, below, above) = (part(), part(), part());
            format!(
                "{base}{}{}",
                script(Script::Below, &below),
                script(Script::Above, &above)
            )
        }
        "mfenced" => fenced(&element.node, terms),
        "mtr" => texts(terms).join(", "),
        "mtable" => format!("[{}]", texts(terms).join("; ")),
        _ => return joined(terms),
    };
    Term {
        is_one: !matches!(name, "mfrac" | "mtr"),
        text,
        is_sign: false,
    }
}

fn texts(terms: &[Term]) -> Vec<&str> {
    terms.iter().map(|term| term.text.as_str()).collect()
}

fn fenced(node: &NodeRef<'_>, terms: &[Term]) -> String {
    let (open, close) = (node.attr_or("open", "("), node.attr_or("close", ")"));
    format!("{open}{}{close}", texts(terms).join(", "))
}

/// `²`, or `^k` where there is no small sign.
fn script(script: Script, text: &str) -> String {
    let sign = match script {
        Script::Above => '^',
        Script::Below => '_',
    };
    match text {
        "" => String::new(),
        "′" | "″" | "*" => text.to_owned(), // these stand above by themselves
        text => script
            .write(text)
            .unwrap_or_else(|| format!("{sign}{text}")),
    }
}

/// `x̄`, or `AB^→` over more than a letter.
fn over(base: &str, sign: &str) -> String {
    let mut signs = sign.chars();
    let accent = signs.next().filter(|_| signs.next().is_none());
    let accent = accent.and_then(|sign| ACCENTS.iter().find(|(it, _)| *it == sign));
    match accent.filter(|_| base.chars().count() == 1) {
        Some((_, accent)) => format!("{base}{accent}"),
        None => format!("{base}{}", script(Script::Above, sign)),
    }
}

/// Terms beside each other: relations stand apart, and so do words.
fn joined(terms: &[Term]) -> Term {
    let mut line = String::new();
    let mut above: Option<&Term> = None;
    for term in terms.iter().filter(|term| !term.text.is_empty()) {
        if above.is_some_and(|above| is_apart(above, term, line.ends_with(' '))) {
            line.push(' ');
        }
        line.push_str(&term.text);
        // A sign at the beginning, or behind another, belongs to what follows.
        let is_relation =
            term.is_relation() && above.is_some_and(|above| !above.is_sign || above.closes());
        if is_relation {
            line.push(' ');
        }
        above = Some(term);
    }
    let line = line.trim_end();
    Term {
        is_one: line.chars().count() == 1
            || terms.len() == 1 && terms.iter().all(|term| term.is_one)
            || is_bracketed(line),
        is_sign: terms.len() == 1 && terms.iter().all(|term| term.is_sign),
        text: line.to_owned(),
    }
}

fn is_apart(above: &Term, term: &Term, has_space: bool) -> bool {
    let is_word = |term: &Term| {
        let letters = term.text.chars().filter(char::is_ascii_alphabetic);
        letters.take(2).count() == 2
    };
    let touches =
        above.text.ends_with(char::is_alphanumeric) && term.text.starts_with(char::is_alphanumeric);
    !has_space
        && (term.is_relation() && (!above.is_sign || above.closes())
            || touches && (is_word(above) || is_word(term)))
}

fn is_bracketed(text: &str) -> bool {
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    inner.is_some_and(|inner| !inner.contains(['(', ')']))
}

impl Term {
    /// The term, in brackets unless it is one.
    fn as_one(&self) -> String {
        if self.is_one || self.text.is_empty() {
            self.text.clone()
        } else {
            format!("({})", self.text)
        }
    }

    fn is_relation(&self) -> bool {
        let mut signs = self.text.chars();
        let sign = signs.next().filter(|_| signs.next().is_none());
        self.is_sign && sign.is_some_and(|sign| RELATIONS.contains(&sign))
    }

    /// Whether it is a sign that ends something.
    fn closes(&self) -> bool {
        self.text.ends_with([')', ']', '}', '!', '|'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(math: &str, expected: &str) {
        let page = Document::from(format!("<p>So <math>{math}</math>.</p>"));
        write_out(&page);
        assert_eq!(
            page.select("p").text().trim(),
            format!("So {expected}."),
            "{math}"
        );
    }

    #[test]
    fn a_formula_is_a_line() {
        check("<mi>x</mi><mo>=</mo><mn>2</mn>", "x = 2");
        check(
            "<mo>-</mo><mi>x</mi><mo>+</mo><mn>2</mn><mo>\u{2062}</mo><mi>y</mi>",
            "-x + 2y",
        );
        check("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a/b");
        check(
            "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>",
            "(a + b)/2",
        );
        check(
            "<msup><mi>x</mi><mn>2</mn></msup><msub><mi>y</mi><mi>i</mi></msub>",
            "x²yᵢ",
        );
        check(
            "<msup><mi>e</mi><mrow><mi>k</mi><mo>+</mo><mn>1</mn></mrow></msup>",
            "e^(k + 1)",
        );
        check("<msqrt><mi>x</mi><mi>y</mi></msqrt>", "√(xy)");
        check("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x");
        check(
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
            "∑_(i = 1)ⁿi",
        );
        check("<mover><mi>x</mi><mo>¯</mo></mover>", "x\u{304}");
        check("<mi>sin</mi><mi>x</mi><mo>≤</mo><mn>1</mn>", "sin x ≤ 1");
        check(
            "<mo>(</mo><mi>a</mi><mo>)</mo><mo>−</mo><mn>1</mn>",
            "(a) − 1",
        );
        check(
            "<mfenced open='[' close=']'><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable></mfenced>",
            "[[1, 2; 3]]",
        );
        check("", "");
        check("<mfrac></mfrac>", "");
    }

    #[test]
    fn what_a_formula_says_twice_is_written_once() {
        for (page, expected) in [
            (
                "<p>So <span><span style='display: none'><math alttext='{x}'><semantics><mi>x</mi><annotation encoding='application/x-tex'>{x}</annotation></semantics></math></span><img class='mwe-math-fallback-image' alt='{x}'></span>!</p>",
                "So x!",
            ),
            (
                "<p>So <span class='katex'><span class='katex-mathml'><math><mi>x</mi></math></span><span class='katex-html' aria-hidden='true'><span>x</span></span></span>!</p>",
                "So x!",
            ),
            (
                "<p>So <math alttext='x^2'></math><img alt='a ship'></p>",
                "So x^2",
            ),
        ] {
            let page = Document::from(page);
            write_out(&page);
            assert_eq!(page.select("p").text().trim(), expected);
        }
        let page =
            Document::from("<p><span><math alttext='x^2'></math><img alt='a ship'></span></p>");
        write_out(&page);
        assert!(page.select("img").exists());
    }

    #[test]
    fn many_formulas_beside_each_other_take_no_longer_than_apart() {
        let page = Document::from(format!(
            "<p><span>{}</span>",
            "<math><mi>x</mi></math>".repeat(20_000)
        ));
        write_out(&page); // the square of which would take minutes
        assert_eq!(page.select("p").text().len(), 20_000);
    }
}
