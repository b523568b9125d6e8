//! Themes: what each part of the screen looks like.
//!
//! A theme is data: one look a part. Nothing is told by colour alone: every look that matters also differs in weight, underline
//! or a sign beside it, and the theme `plain` has no colours at all.

pub mod colour;
pub mod draft;
mod shipped;

pub use colour::Colour;
pub use shipped::*;

/// How something looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the attributes that terminals have, each on or off"
)]
pub struct Look {
    /// Colour of the letters.
    pub ink: Colour,
    /// Colour behind them.
    pub paper: Colour,
    /// Heavier.
    pub bold: bool,
    /// Fainter.
    pub dim: bool,
    /// Slanted.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Ink and paper exchanged.
    pub reverse: bool,
    /// Struck out.
    pub strike: bool,
}

/// The looks of all parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it paints")]
pub struct Theme {
    pub text: Look,
    pub title: Look,
    pub heading: Look,
    pub faint: Look,
    pub rule: Look,
    pub accent: Look,
    pub code: Look,
    pub link: Look,
    pub quote: Look,
    pub guarantee: Look,
    /// The span that was jumped to.
    pub marked: Look,
    pub hit: Look,
    pub current_hit: Look,
    pub selected: Look,
    pub notice: Look,
    /// Words that are new since the article was read before.
    pub changed: Look,
    /// What programs print in colour, in each of the six.
    pub red: Look,
    pub green: Look,
    pub yellow: Look,
    pub blue: Look,
    pub magenta: Look,
    pub cyan: Look,
    /// Words that are selected by keyboard.
    pub selection: Look,
}

/// The themes by name.
pub const NAMES: &[&str] = &[
    "auto",
    "dark",
    "light",
    "high-contrast",
    "terminal",
    "plain",
];

/// A role of the theme: what configuration calls it, and where its look is.
pub type Role = (&'static str, fn(&mut Theme) -> &mut Look);

/// All roles, in the order of their fields.
pub const ROLES: &[Role] = &[
    ("text", |theme| &mut theme.text),
    ("title", |theme| &mut theme.title),
    ("heading", |theme| &mut theme.heading),
    ("faint", |theme| &mut theme.faint),
    ("rule", |theme| &mut theme.rule),
    ("accent", |theme| &mut theme.accent),
    ("code", |theme| &mut theme.code),
    ("link", |theme| &mut theme.link),
    ("quote", |theme| &mut theme.quote),
    ("guarantee", |theme| &mut theme.guarantee),
    ("marked", |theme| &mut theme.marked),
    ("hit", |theme| &mut theme.hit),
    ("current-hit", |theme| &mut theme.current_hit),
    ("selected", |theme| &mut theme.selected),
    ("notice", |theme| &mut theme.notice),
    ("changed", |theme| &mut theme.changed),
    ("red", |theme| &mut theme.red),
    ("green", |theme| &mut theme.green),
    ("yellow", |theme| &mut theme.yellow),
    ("blue", |theme| &mut theme.blue),
    ("magenta", |theme| &mut theme.magenta),
    ("cyan", |theme| &mut theme.cyan),
    ("selection", |theme| &mut theme.selection),
];

impl Look {
    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn underline(self) -> Self {
        Self {
            underline: true,
            ..self
        }
    }

    pub(super) const fn reverse(self) -> Self {
        Self {
            reverse: true,
            ..self
        }
    }

    pub(super) const fn on(self, paper: Colour) -> Self {
        Self { paper, ..self }
    }

    /// This look over another: attributes add up, colours win where they are set.
    #[must_use]
    pub fn over(self, under: Self) -> Self {
        let colour = |over, under| {
            if over == Colour::Terminal {
                under
            } else {
                over
            }
        };
        Self {
            ink: colour(self.ink, under.ink),
            paper: colour(self.paper, under.paper),
            bold: self.bold || under.bold,
            dim: self.dim || under.dim,
            italic: self.italic || under.italic,
            underline: self.underline || under.underline,
            reverse: self.reverse || under.reverse,
            strike: self.strike || under.strike,
        }
    }
}

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// The sixteen that its user chose.
    #[default]
    Sixteen,
    /// 256, of which all but the first sixteen are the same everywhere.
    Indexed,
    /// 24 bits.
    Rgb,
}

/// What the environment says of the terminal's colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// `NO_COLOR` is set to something.
    pub no_color: bool,
    /// How many colours it has.
    pub depth: Depth,
    /// `COLORFGBG` tells of a light background.
    pub is_light: bool,
}

impl Theme {
    /// The shipped theme of that name on that terminal; `None` when there is none of that name. `NO_COLOR` wins over everything.
    pub fn named(name: &str, terminal: &Terminal) -> Option<Self> {
        let has_few = terminal.depth == Depth::Sixteen;
        let theme = match (name, terminal.is_light) {
            ("terminal", true) => TERMINAL_LIGHT,
            ("terminal", false) => TERMINAL,
            ("light", _) | ("auto", true) if has_few => TERMINAL_LIGHT,
            ("dark", _) | ("auto", false) if has_few => TERMINAL,
            ("light", _) | ("auto", true) => LIGHT,
            ("dark", _) | ("auto", false) => DARK,
            ("high-contrast", _) if has_few => STARK,
            ("high-contrast", _) => HIGH_CONTRAST,
            ("plain", _) => COLOURLESS,
            _ => return None,
        };
        Some(match terminal.depth {
            _ if terminal.no_color => COLOURLESS,
            Depth::Indexed => theme.map(|look| Look {
                ink: look.ink.indexed(),
                paper: look.paper.indexed(),
                ..look
            }),
            _ => theme,
        })
    }

    /// The theme with each of its looks changed.
    fn map(mut self, change: impl Fn(Look) -> Look) -> Self {
        for (_, look) in ROLES {
            let look = look(&mut self);
            *look = change(*look);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(theme: &Theme) -> Vec<(&'static str, Look)> {
        let mut theme = *theme;
        let looks = ROLES.iter().map(|(name, look)| (*name, *look(&mut theme)));
        looks.collect()
    }

    #[test]
    fn every_look_has_a_role_of_its_own() {
        assert_eq!(size_of::<Theme>(), ROLES.len() * size_of::<Look>());
        let mut theme = COLOURLESS;
        for (index, (_, look)) in (0..).zip(ROLES) {
            look(&mut theme).ink = Colour::Ansi(index);
        }
        for (index, (name, look)) in (0..).zip(looks(&theme)) {
            assert_eq!(look.ink, Colour::Ansi(index), "{name}");
        }
    }

    #[test]
    fn the_themes_without_colours_have_none() {
        let has_colour =
            |look: Look| look.ink != Colour::Terminal || look.paper != Colour::Terminal;
        for theme in [COLOURLESS, STARK] {
            assert!(!looks(&theme).iter().any(|&(_, look)| has_colour(look)));
        }
    }

    #[test]
    fn no_color_wins() {
        let terminal = Terminal {
            no_color: true,
            depth: Depth::Rgb,
            is_light: true,
        };
        for name in NAMES {
            assert_eq!(Theme::named(name, &terminal), Some(COLOURLESS));
        }
        assert_eq!(Theme::named("pink", &terminal), None);
    }

    #[test]
    fn light_paper_gets_dark_ones_of_sixteen_colours() {
        let theme = Theme::named("light", &Terminal::default()).unwrap();
        for (name, look) in looks(&theme) {
            let is_dark = matches!(look.ink, Colour::Ansi(1 | 4 | 8)) && !look.bold && !look.dim;
            assert!(look.ink == Colour::Terminal || is_dark, "{name}: {look:?}");
        }
        assert_eq!(Theme::named("dark", &Terminal::default()), Some(TERMINAL));
    }

    #[test]
    fn colours_are_found_among_256() {
        let indexed = Terminal {
            depth: Depth::Indexed,
            ..Terminal::default()
        };
        assert_eq!(
            Theme::named("auto", &indexed).unwrap().accent.ink,
            Colour::Ansi(179)
        );
    }

    /// Contrast after WCAG 2.1. Where a theme leaves ink or paper to the terminal, they are taken for those given here.
    #[track_caller]
    fn check_contrast(theme: &Theme, terminal: [Colour; 2], least: f64) {
        let [ink, paper] = terminal.map(Colour::luminance);
        let under_cursor = [
            theme.text,
            theme.heading,
            theme.accent,
            theme.faint,
            theme.guarantee,
        ];
        let on_cursor = under_cursor.map(|look| Look {
            paper: theme.selected.paper,
            ..look
        });
        let on_cursor = on_cursor.map(|look| ("a word under the cursor", look));
        let on_cursor = on_cursor.into_iter().filter(|_| !theme.selected.reverse);
        for (name, look) in looks(theme).into_iter().chain(on_cursor) {
            let look = look.over(theme.text);
            let on = |colour: Colour, otherwise| match colour {
                Colour::Terminal => otherwise,
                colour => colour.luminance(),
            };
            let (ink, paper) = (on(look.ink, ink), on(look.paper, paper));
            let contrast = (ink.max(paper) + 0.05) / (ink.min(paper) + 0.05);
            // Rules are no text. What a terminal makes of faint letters cannot be known.
            assert!(
                contrast >= least || name == "rule",
                "{name} has a contrast of {contrast:.1}: {look:?}"
            );
        }
    }

    #[test]
    fn text_is_legible_on_its_paper() {
        const BLACK: Colour = Colour::Rgb(0, 0, 0);
        const WHITE: Colour = Colour::Rgb(255, 255, 255);
        let indexed = |name| {
            let terminal = Terminal {
                depth: Depth::Indexed,
                ..Terminal::default()
            };
            Theme::named(name, &terminal).unwrap()
        };
        let own = [BLACK, BLACK]; // these themes leave nothing to the terminal
        for (theme, least) in [
            (DARK, 4.5),
            (indexed("dark"), 4.5),
            (LIGHT, 4.5),
            (indexed("light"), 4.5),
            (HIGH_CONTRAST, 7.0),
            (indexed("high-contrast"), 7.0),
        ] {
            check_contrast(&theme, own, least);
        }
        check_contrast(&TERMINAL, [WHITE, BLACK], 4.5);
        check_contrast(&TERMINAL_LIGHT, [BLACK, WHITE], 4.0); // xterm’s grey; those of others are darker
        for paper in [[WHITE, BLACK], [BLACK, WHITE]] {
            check_contrast(&STARK, paper, 7.0);
            check_contrast(&COLOURLESS, paper, 7.0);
        }
        assert!(looks(&STARK).iter().all(|(_, look)| !look.dim));
    }

    #[test]
    fn nothing_is_told_by_colour_alone() {
        // What stands beside letters of its own (Q, G, §, keys and words) may differ in colour only; these have none beside them.
        for name in NAMES {
            for depth in [Depth::Sixteen, Depth::Indexed, Depth::Rgb] {
                let terminal = Terminal {
                    depth,
                    ..Terminal::default()
                };
                let theme = Theme::named(name, &terminal).unwrap();
                assert!(theme.link.underline, "{name}");
                let shape = |look: Look| (look.bold, look.underline, look.reverse);
                assert_ne!(shape(theme.current_hit), shape(theme.hit), "{name}");
                assert!(theme.title.bold && theme.heading.bold, "{name}");
            }
        }
    }
}
