//! The questions of a page, so that none is lost with the boilerplate.
//!
//! Questions are looked for before the article is taken out. Those that are not in it afterwards, and have an answer, are brought
//! back with what stands around them.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

/// Elements that may pose a question.
const ASKING: &str =
    "h1, h2, h3, h4, h5, h6, dt, summary, [itemtype$='schema.org/Question'] [itemprop='name']";

/// The longest question, in bytes.
const LONGEST: usize = 300;

/// Letters of an answer, as many for each question.
const ANSWER: usize = 30;

/// The questions that a page asks.
pub(super) struct Questions {
    asked: Vec<(NodeId, String)>,
    /// Whether the page says that these are its questions.
    are_announced: bool,
}

impl Questions {
    /// Finds the questions of a page; `announced` are those that it says it has.
    pub(super) fn of(page: &Document, announced: &[String]) -> Self {
        let announced: HashSet<_> = announced.iter().map(|question| folded(question)).collect();
        let question = |node: &NodeRef<'_>| {
            let text = node.text();
            let text = Some(&*text).filter(|text| text.len() <= LONGEST && !leads_away(node))?;
            let folded = folded(text);
            (asks(text) || announced.contains(&folded)).then_some((node.id, folded))
        };
        Self {
            asked: page
                .select(ASKING)
                .nodes()
                .iter()
                .filter_map(question)
                .collect(),
            are_announced: !announced.is_empty(),
        }
    }

    /// Adds those questions and answers to the article that were lost on the way.
    pub(super) fn bring_back(&self, page: &Document, article: &Document) {
        let text = folded(&article.text());
        let lost: Vec<_> = self
            .asked
            .iter()
            .filter(|(_, question)| !text.contains(question.as_str()))
            .collect();
        let least = if self.are_announced { 1 } else { 2 };
        if lost.len() < least {
            return;
        }
        let nodes: Vec<_> = lost
            .iter()
            .filter_map(|(id, _)| page.tree.get(id))
            .collect();
        let Some(around) = around(&nodes) else { return };
        let has_answers = answers(&around) >= ANSWER * lost.len();
        let root = article.body().unwrap_or_else(|| article.root());
        if !has_answers {
            return;
        }
        // The article itself may stand in what is brought back.
        let most: String = text.chars().take(200).collect();
        if folded(&around.text()).contains(&most) {
            root.remove_children();
        }
        root.append_html(around.html());
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

fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
