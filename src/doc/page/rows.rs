//! Questions in the rows of a table: each with its answer in the next cell.
//!
//! Weighing takes a row for the article and drops those beside it. So such a table is made what it says: headings, and text under them.

use dom_query::{Document, NodeRef};

use super::questions::asks;

/// Fewest rows that ask.
const FEWEST: usize = 2;

/// The longest question, in bytes.
const LONGEST: usize = 300;

/// Makes headings and text of the tables of a page in whose rows questions are answered: half of them ask.
pub(super) fn open(page: &Document) {
    for table in page.select("table").nodes() {
        let rows = table.find_descendants("tr");
        let rows: Vec<_> = rows.iter().map(NodeRef::element_children).collect();
        let is_row = |cells: &&Vec<NodeRef<'_>>| cells.len() == 2 && is_short(&cells[0]);
        let count = rows.iter().filter(is_row).count();
        let asking = rows.iter().filter(is_row).filter(|it| asks(&it[0].text()));
        let asking = asking.count();
        let holds_tables = !table.find_descendants("table").is_empty();
        if !holds_tables && count == rows.len() && asking >= FEWEST && 2 * asking >= count {
            table.replace_with_html(sections(&rows));
        }
    }
}

fn is_short(cell: &NodeRef<'_>) -> bool {
    (1..=LONGEST).contains(&cell.text().trim().len())
}

/// A heading for each row, and what stands in its other cell. A row of heads that names the columns, and asks nothing, goes.
fn sections(rows: &[Vec<NodeRef<'_>>]) -> String {
    let is_head = |cells: &&Vec<NodeRef<'_>>| {
        cells.iter().all(|cell| cell.has_name("th")) && !asks(&cells[0].text())
    };
    let section = |cells: &Vec<NodeRef<'_>>| {
        let [question, answer] = [0, 1].map(|at| cells[at].inner_html());
        format!("<h3>{question}</h3><div>{answer}</div>")
    };
    let sections: String = rows.iter().filter(|it| !is_head(it)).map(section).collect();
    format!("<div>{sections}</div>")
}
