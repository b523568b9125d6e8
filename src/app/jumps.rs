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
    /// Keeps the place that a jump leaves, or is about to leave.
    pub fn leave(&mut self, view: &View) {
        self.ahead.clear();
        if self.behind.last() != Some(view) {
            self.behind.push(view.clone());
        }
        if self.behind.len() > LIMIT {
            self.behind.remove(0);
        }
    }

    /// Changes all places that are kept.
    pub fn change(&mut self, again: impl Fn(&View) -> View) {
        for view in self.behind.iter_mut().chain(&mut self.ahead) {
            *view = again(view);
        }
    }

    /// Whether there is a place to go back to from `here`.
    pub(super) fn has_back(&self, here: &View) -> bool {
        self.behind.iter().any(|view| view != here)
    }

    /// The place to go back to from `here`; never `here` itself.
    pub fn back(&mut self, here: &View) -> Option<View> {
        go(&mut self.behind, &mut self.ahead, here)
    }

    /// The place to go forward to again.
    pub fn forward(&mut self, here: &View) -> Option<View> {
        go(&mut self.ahead, &mut self.behind, here)
    }
}

fn go(from: &mut Vec<View>, to: &mut Vec<View>, here: &View) -> Option<View> {
    let is_elsewhere = |view: &View| view != here;
    from.truncate(from.iter().rposition(is_elsewhere).map_or(0, |at| at + 1));
    let view = from.pop()?;
    to.push(here.clone());
    Some(view)
}
