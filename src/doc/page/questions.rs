//! The questions of a page, so that none is lost with the boilerplate.
//!
//! Questions are looked for before the article is taken out. Those that are not in it afterwards, and have an answer, are brought
//! back with what stands around them.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::tag;

/// Elements that may pose a question.
const ASKING: &str =
    "h1, h2, h3, h4, h5, h6, dt, summary, [itemtype$='schema.org/Question'] [itemprop='name']";

/// What stands around the text of a page; its questions are none of the article.
const APART: &str = "nav, aside, footer, form:not(:has(article, main, h2)), [role='navigation'], [role='complementary'], [role='contentinfo']";

/// The longest question, in bytes.
const LONGEST: usize = 300;

/// Letters of a text that is known again where it is repeated.
const KNOWN: usize = 20;

/// Letters of an answer, as many for each question.
const ANSWER: usize = 30;

/// A question of a page.
struct Question {
    id: NodeId,
    folded: String,
    /// Whether the page tells of it.
    is_told: bool,
}

/// The questions that a page asks.
pub(super) struct Questions(Vec<Question>);

impl Questions {
    /// Finds the questions of a page; `told` are those that it says it has. With them come those that stand as they do.
    pub(super) fn of(page: &Document, told: &[String]) -> Self {
        let told: HashSet<_> = told.iter().map(|question| folded(question)).collect();
        let apart: HashSet<_> = page
            .select(APART)
            .nodes()
            .iter()
            .map(|node| node.id)
            .collect();
        let question = |node: &NodeRef<'_>| {
            let text = node.text();
            let text = Some(&*text).filter(|text| text.len() <= LONGEST && !leads_away(node))?;
            let folded = folded(text);
            let is_told = told.contains(&folded);
            let is_apart = || node.ancestors_it(None).any(|node| apart.contains(&node.id));
            let is_one = (is_told || asks(text)) && !is_apart();
            is_one.then_some(Question {
                id: node.id,
                folded,
                is_told,
            })
        };
        let mut asked: Vec<_> = page
            .select(ASKING)
            .nodes()
            .iter()
            .filter_map(question)
            .collect();
        let place = |question: &Question| page.tree.get(&question.id).map(|node| place(&node));
        let places: HashSet<_> = asked.iter().filter(|it| it.is_told).map(place).collect();
        for question in &mut asked {
            question.is_told |= places.contains(&place(question));
        }
        if !told.is_empty() {
            asked.retain(|question| question.is_told);
        }
        Self(asked)
    }

    /// Adds those questions and answers to the article that were lost on the way.
    pub(super) fn bring_back(&self, page: &Document, article: &Document) {
        let text = folded(&article.text());
        let lost = self
            .0
            .iter()
            .filter(|question| !text.contains(question.folded.as_str()));
        let lost: Vec<_> = lost.collect();
        let least = if lost.iter().any(|question| question.is_told) {
            1
        } else {
            2
        };
        if lost.len() < least {
            return;
        }
        let nodes: Vec<_> = lost
            .iter()
            .filter_map(|question| page.tree.get(&question.id))
            .collect();
        let Some(around) = around(&nodes).filter(|it| answers(it) >= ANSWER * lost.len()) else {
            return;
        };
        let around = Document::from(around.html());
        around.select(APART).remove();
        let root = article.body().unwrap_or_else(|| article.root());
        // The article itself may stand in what is brought back.
        if holds_most(&around, article) {
            root.remove_children();
        } else {
            remove_known(&around, article);
        }
        root.append_html(around.body().unwrap_or_else(|| around.root()).inner_html());
    }
}

/// The name of an element, those around it, and which element that is.
pub(super) type Place = (String, Vec<String>, Option<NodeId>);

/// Where an element stands: questions of one kind have the same name and the same elements around them.
pub(super) fn place(node: &NodeRef<'_>) -> Place {
    let name = |node: &NodeRef<'_>| {
        node.node_name()
            .map(|name| String::from(&*name))
            .unwrap_or_default()
    };
    let class = |node: &NodeRef<'_>| String::from(&*node.attr_or("class", ""));
    let parent = node.parent();
    let around = parent.as_ref().map(|node| vec![name(node), class(node)]);
    let outer = parent.and_then(|node| node.parent()).map(|node| node.id);
    (name(node), around.unwrap_or_default(), outer)
}

/// The pieces of text of a document that are long enough to be known again.
fn pieces(document: &Document) -> Vec<(NodeRef<'_>, String)> {
    let root = document.root();
    let texts = root.descendants_it().filter(NodeRef::is_text);
    texts
        .map(|node| (node, folded(&node.text())))
        .filter(|(_, text)| text.len() >= KNOWN)
        .collect()
}

/// Whether most of an article stands in a part of its page.
fn holds_most(around: &Document, article: &Document) -> bool {
    let held: HashSet<_> = pieces(around).into_iter().map(|(_, text)| text).collect();
    let (mut inside, mut all) = (0, 0);
    for (_, text) in pieces(article) {
        all += text.len();
        if held.contains(&text) {
            inside += text.len();
        }
    }
    inside * 2 > all
}

/// Takes out of a part of a page what stands in the article already.
fn remove_known(around: &Document, article: &Document) {
    let known: HashSet<_> = pieces(article).into_iter().map(|(_, text)| text).collect();
    for (node, text) in pieces(around) {
        if !known.contains(&text) {
            continue;
        }
        let block = node.ancestors_it(Some(4)).find(|node| {
            node.node_name().is_some_and(|name| {
                tag::heading(&name).is_some() || matches!(&*name, "p" | "li" | "dd" | "dt")
            })
        });
        block.unwrap_or(node).remove_from_parent();
    }
}

/// The smallest element around all of these that holds more than they do.
fn around<'a>(nodes: &[NodeRef<'a>]) -> Option<NodeRef<'a>> {
    let (first, rest) = nodes.split_first()?;
    let mut around: Vec<_> = first.ancestors_it(None).collect();
    for node in rest {
        let theirs: HashSet<_> = node.ancestors_it(None).map(|node| node.id).collect();
        around.retain(|node| theirs.contains(&node.id));
    }
    let own: usize = nodes.iter().map(|node| node.text().len()).sum();
    around
        .into_iter()
        .filter(NodeRef::is_element)
        .find(|node| node.text().trim().len() > own + ANSWER)
}

/// How much text an element holds that leads nowhere.
fn answers(node: &NodeRef<'_>) -> usize {
    let links: usize = node
        .find_descendants("a")
        .iter()
        .map(|link| link.text().len())
        .sum();
    node.text().len().saturating_sub(links)
}

/// Whether all of an element is a link to another page.
fn leads_away(node: &NodeRef<'_>) -> bool {
    let links = node
        .find_descendants("a")
        .into_iter()
        .chain(node.ancestors_it(Some(2)).filter(|node| node.has_name("a")));
    let mut links = links.filter(|link| {
        link.attr("href")
            .is_some_and(|href| !href.starts_with('#') && !href.starts_with("javascript"))
    });
    links.any(|link| link.text().trim().len() >= node.text().trim().len())
}

/// Whether a text asks: it ends with the question mark of some script.
pub(super) fn asks(text: &str) -> bool {
    text.trim_end().ends_with(['?', '？', '؟', '\u{37e}'])
}

pub(super) fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
