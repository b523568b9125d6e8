//! The looks: the theme and how pictures are shown, both after the colours of the terminal, which may yet tell what its paper is like.

use std::time::{Duration, Instant};

use super::{brand, paper, sight, terminal};
use crate::app::pictures::Sight;
use crate::config::setting::Settings;
use crate::config::theme::{COLOURLESS, PRINTED, TERMINAL, Terminal, Theme};

/// How long an answer may be on its way, also from the other end of a line.
const ON_ITS_WAY: Duration = Duration::from_secs(2);

/// How long it is waited for at the end, here and at the other end of a line.
const PATIENCE: Duration = Duration::from_millis(300);
const PATIENCE_FROM_AFAR: Duration = Duration::from_secs(2);

/// How the reader looks.
pub(super) struct Looks {
    settings: Settings,
    colours: Terminal,
    /// What is drawn with.
    pub(super) theme: Theme,
    /// When the terminal was asked for its paper, until it answers.
    asked: Option<Instant>,
}

impl Looks {
    /// What is set, on a terminal with these colours.
    pub(super) fn new(settings: Settings, colours: Terminal) -> Self {
        Self {
            theme: settings.theme(&colours).unwrap_or(TERMINAL),
            settings,
            colours,
            asked: None,
        }
    }

    /// Those of what is printed and stays: the colours of the terminal, or none where none are wanted.
    pub(super) fn printed(&self) -> Theme {
        match self.theme {
            COLOURLESS => COLOURLESS,
            _ => PRINTED,
        }
    }

    /// How pictures are shown.
    pub(super) fn sight(&self) -> Sight {
        sight::of(&self.settings, &self.colours, self.theme.text.paper)
    }

    /// Takes another theme; light or dark is asked for where that depends on it.
    pub(super) fn change(&mut self, theme: String) {
        self.settings.theme = theme;
        self.settle();
        self.ask();
    }

    /// Asks the terminal for its paper where the looks follow that, unless it has still to answer.
    pub(super) fn ask(&mut self) {
        let theme = |is_light| {
            self.settings.theme(&Terminal {
                is_light,
                ..self.colours.clone()
            })
        };
        if self.asked.is_none() && theme(true) != theme(false) && paper::may_be_asked() {
            let question = terminal::write(paper::QUESTION);
            self.asked = question.ok().map(|()| Instant::now()); // a terminal that is gone shows at the next frame
        }
    }

    /// Takes in what the terminal answers.
    pub(super) fn hear(&mut self, is_light: bool) {
        self.asked = None;
        self.colours.is_light = is_light;
        self.settle();
    }

    fn settle(&mut self) {
        self.theme = self.settings.theme(&self.colours).unwrap_or(self.theme);
    }

    /// Waits for the answer of the terminal when it was asked just now: who has it next would be typed it. Nobody may read keys meanwhile.
    pub(super) fn hear_out(&mut self) {
        let asked = self.asked.take();
        if asked.is_some_and(|asked| asked.elapsed() < ON_ITS_WAY) {
            let patience = if brand::is_afar(brand::is_set) {
                PATIENCE_FROM_AFAR
            } else {
                PATIENCE
            };
            terminal::hear_out(paper::LAST_QUESTION, paper::has_last_answer, patience);
        }
    }
}
