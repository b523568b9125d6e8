//! The way back: where the reader was before each jump.

use super::view::View;

/// How many places are kept.
const LIMIT: usize = 200;

/// Places behind and ahead, as on the pages of a browser.
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    behind: Vec<View>,
    ahead: Vec<View>,
}

impl Jumps {
    /// Keeps the place that a jump leaves.
    pub fn leave(&mut self, view: &View) {
        self.ahead.clear();
        if self.behind.last() != Some(view) {
            self.behind.push(view.clone());
        }
        if self.behind.len() > LIMIT {
            self.behind.remove(0);
        }
    }

    /// The place to go back to from `here`.
    pub fn back(&mut self, here: &View) -> Option<View> {
        let view = self.behind.pop()?;
        self.ahead.push(here.clone());
        Some(view)
    }

    /// The place to go forward to again.
    pub fn forward(&mut self, here: &View) -> Option<View> {
        let view = self.ahead.pop()?;
        self.behind.push(here.clone());
        Some(view)
    }
}
