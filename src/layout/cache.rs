//! What has been laid out lately.
//!
//! Two generations: what is used moves to the young one; when that is full it becomes the old one, and what nobody used in
//! between is forgotten. So memory is bounded and no list of uses is kept.

use std::collections::HashMap;
use std::rc::Rc;

use super::picture::Above;
use super::slab::{Slab, Slabs};
use super::table::Columns;
use super::{Flow, Measure};
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind, TableId};

/// Slabs in one generation: several screens, also of short paragraphs.
const GENERATION: usize = 512;

/// Flows, slabs and columns of one document, laid out on demand.
#[derive(Debug, Default)]
pub struct Layouts {
    flows: Generations<(Slab, Measure, Above), Rc<Flow>>,
    slabs: Generations<BlockId, Slabs>,
    columns: Generations<(TableId, Measure), Rc<Columns>>,
    /// What stands above the words of pictures, by the byte at which each begins.
    above: HashMap<u32, Above>,
}

impl Layouts {
    /// The rows of a slab.
    pub fn flow(&mut self, document: &Document, slab: Slab, measure: Measure) -> Rc<Flow> {
        let table = document
            .block(slab.block)
            .and_then(|block| match block.kind {
                BlockKind::Row(table, _) => Some(table),
                _ => None,
            });
        let columns = table.map(|table| self.columns(document, table, measure));
        let above = self.above(document, slab.block);
        self.flows.get((slab, measure, above), || {
            Rc::new(super::flow(
                document,
                slab,
                measure,
                columns.as_deref(),
                above,
            ))
        })
    }

    /// Says what stands above the words of the picture that begins at the byte `at`.
    pub fn set_above(&mut self, at: u32, above: Above) {
        self.above.insert(at, above);
    }

    fn above(&self, document: &Document, block: BlockId) -> Above {
        if self.above.is_empty() {
            return Above::Nothing;
        }
        let picture = document.picture(block);
        let above = picture.and_then(|it| self.above.get(&it.span.start));
        above.copied().unwrap_or_default()
    }

    /// The slabs of a block.
    pub fn slabs(&mut self, document: &Document, block: BlockId) -> Slabs {
        self.slabs.get(block, || Slabs::of(document, block))
    }

    /// The columns of a table.
    pub(super) fn columns(
        &mut self,
        document: &Document,
        table: TableId,
        measure: Measure,
    ) -> Rc<Columns> {
        self.columns.get((table, measure), || {
            Rc::new(Columns::solve(document, table, measure))
        })
    }
}

#[derive(Debug)]
struct Generations<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
}

impl<K, V> Default for Generations<K, V> {
    fn default() -> Self {
        Self {
            young: HashMap::new(),
            old: HashMap::new(),
        }
    }
}

impl<K: Copy + Eq + std::hash::Hash, V: Clone> Generations<K, V> {
    fn get(&mut self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(value) = self.young.get(&key) {
            return value.clone();
        }
        let value = self.old.remove(&key).unwrap_or_else(make);
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays_and_the_rest_is_bounded() {
        let mut generations = Generations::default();
        let mut made = 0;
        for key in 0..10 * GENERATION {
            generations.get(key, || made += 1);
            generations.get(0, || made += 1);
        }
        assert_eq!(made, 10 * GENERATION);
        assert!(generations.young.len() + generations.old.len() <= 2 * GENERATION);
    }
}
