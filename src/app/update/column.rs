//! The text column: how wide it is, and whether it is alone on the screen.

use crate::action::Action;
use crate::app::App;
use crate::app::area::Frills;
use crate::app::effect::{Effect, OwnWidth};
use crate::app::kept::Memory;

/// Cells that one key makes it wider or narrower.
const STEP: u16 = 4;

/// The narrowest column.
const LEAST: u16 = 20;

/// Makes the column wider or narrower, or as wide as it is set to be.
pub(super) fn resize(app: &mut App, action: Action, times: usize) {
    let measure = app.areas().measure;
    let step = STEP.saturating_mul(crate::text::num::cells(times));
    let width = match action {
        Action::Narrower => measure.saturating_sub(step).max(LEAST.min(measure)),
        Action::Wider if measure < app.widths.text => {
            app.notice = Some("there is no room for a wider column".to_owned());
            return;
        }
        Action::Wider => measure.saturating_add(step),
        _ => app.settings.width,
    };
    let is_reset = action == Action::ResetWidth;
    app.widths.text = width.max(1);
    let of = app.settings.width;
    let made = (!is_reset).then_some(OwnWidth { width, of });
    app.effects.push(Effect::KeepWidth(made));
    super::motion::settle_top(app);
    let measure = app.areas().measure;
    let all_there_is = if measure < width {
        ", all there is"
    } else {
        ""
    };
    let how_long = match app.memory {
        Memory::Session if !is_reset => ", for this session",
        _ => "",
    };
    app.notice = Some(format!(
        "a column of {measure} cells{all_there_is}{how_long}"
    ));
}

/// Shows the text alone, or everything again.
pub(super) fn toggle_zen(app: &mut App) {
    app.frills = match app.frills {
        Frills::Shown => Frills::Hidden,
        Frills::Hidden => Frills::Shown,
    };
    super::list::stay(app);
    super::motion::settle_top(app);
    let key = app.keymap.keys(Action::ToggleZen, app.scope()).next();
    let key = key.map_or_else(String::new, |key| format!(" · {key} all the rest again"));
    app.notice = Some(match app.frills {
        Frills::Hidden => format!("the text alone{key}"),
        Frills::Shown => "all the rest is there again".to_owned(),
    });
}
