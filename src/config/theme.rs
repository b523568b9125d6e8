//! Themes: what each part of the screen looks like.
//!
//! A theme is data: one look a part. Nothing is told by colour alone: every look that matters also differs in weight, underline
//! or a sign beside it, and the theme `plain` has no colours at all.

/// A colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// What the terminal has.
    #[default]
    Terminal,
    /// One of the terminal's own by its number: 16 that its user chose, or 256.
    Ansi(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

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
}

/// The themes by name.
pub const NAMES: &[&str] = &["auto", "dark", "light", "terminal", "plain"];

const PLAIN: Look = Look {
    ink: Colour::Terminal,
    paper: Colour::Terminal,
    bold: false,
    dim: false,
    italic: false,
    underline: false,
    reverse: false,
    strike: false,
};

const fn ink(ink: Colour) -> Look {
    Look { ink, ..PLAIN }
}

impl Look {
    const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    const fn underline(self) -> Self {
        Self {
            underline: true,
            ..self
        }
    }

    const fn reverse(self) -> Self {
        Self {
            reverse: true,
            ..self
        }
    }

    const fn on(self, paper: Colour) -> Self {
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

/// For dark rooms: warm white on near black, one amber accent, three greys.
pub const DARK: Theme = {
    const INK: Colour = Colour::Rgb(0xd8, 0xd4, 0xcc);
    const PAPER: Colour = Colour::Rgb(0x17, 0x18, 0x1b);
    const BRIGHT: Colour = Colour::Rgb(0xf5, 0xf1, 0xe8);
    const GREY: Colour = Colour::Rgb(0x8f, 0x8c, 0x86);
    const LINE: Colour = Colour::Rgb(0x4a, 0x49, 0x48);
    const ACCENT: Colour = Colour::Rgb(0xe0, 0xa4, 0x58);
    const GREEN: Colour = Colour::Rgb(0x9c, 0xc0, 0x8b);
    Theme {
        text: ink(INK).on(PAPER),
        title: ink(BRIGHT).bold(),
        heading: ink(BRIGHT).bold(),
        faint: ink(GREY),
        rule: ink(LINE),
        accent: ink(ACCENT).bold(),
        code: ink(Colour::Rgb(0xb9, 0xc4, 0xd0)),
        link: ink(Colour::Rgb(0x8f, 0xb4, 0xd8)).underline(),
        quote: ink(BRIGHT).underline(),
        guarantee: ink(GREEN),
        marked: Look {
            paper: Colour::Rgb(0x3a, 0x31, 0x20),
            ..ink(BRIGHT)
        },
        hit: ink(PAPER).on(Colour::Rgb(0xc9, 0xb4, 0x7a)),
        current_hit: ink(PAPER).on(ACCENT).bold(),
        selected: Look {
            paper: Colour::Rgb(0x2b, 0x2c, 0x31),
            ..ink(BRIGHT)
        }
        .bold(),
        notice: ink(ACCENT),
        changed: ink(ACCENT).underline().bold(),
    }
};

/// For daylight: near black on warm white, one brick-red accent, three greys.
pub const LIGHT: Theme = {
    const INK: Colour = Colour::Rgb(0x2d, 0x2b, 0x28);
    const PAPER: Colour = Colour::Rgb(0xfb, 0xf9, 0xf4);
    const BLACK: Colour = Colour::Rgb(0x0e, 0x0d, 0x0c);
    const GREY: Colour = Colour::Rgb(0x6e, 0x6a, 0x64);
    const LINE: Colour = Colour::Rgb(0xc4, 0xbf, 0xb6);
    const ACCENT: Colour = Colour::Rgb(0x9c, 0x3d, 0x1e);
    const GREEN: Colour = Colour::Rgb(0x2f, 0x6b, 0x3a);
    Theme {
        text: ink(INK).on(PAPER),
        title: ink(BLACK).bold(),
        heading: ink(BLACK).bold(),
        faint: ink(GREY),
        rule: ink(LINE),
        accent: ink(ACCENT).bold(),
        code: ink(Colour::Rgb(0x3d, 0x4c, 0x63)),
        link: ink(Colour::Rgb(0x1f, 0x55, 0x8c)).underline(),
        quote: ink(BLACK).underline(),
        guarantee: ink(GREEN),
        marked: Look {
            paper: Colour::Rgb(0xf6, 0xe7, 0xc4),
            ..ink(BLACK)
        },
        hit: ink(BLACK).on(Colour::Rgb(0xf2, 0xd4, 0x6b)),
        current_hit: ink(PAPER).on(ACCENT).bold(),
        selected: Look {
            paper: Colour::Rgb(0xea, 0xe5, 0xd9),
            ..ink(BLACK)
        }
        .bold(),
        notice: ink(ACCENT),
        changed: ink(ACCENT).underline().bold(),
    }
};

/// The terminal's own sixteen colours on its own paper: legible wherever its user made them so.
pub const TERMINAL: Theme = {
    const GREY: Look = Look { dim: true, ..PLAIN };
    Theme {
        text: PLAIN,
        title: PLAIN.bold(),
        heading: PLAIN.bold(),
        faint: GREY,
        rule: GREY,
        accent: ink(Colour::Ansi(3)).bold(),
        code: ink(Colour::Ansi(6)),
        link: ink(Colour::Ansi(4)).underline(),
        quote: PLAIN.underline(),
        guarantee: ink(Colour::Ansi(2)),
        marked: ink(Colour::Ansi(3)).bold(),
        hit: ink(Colour::Ansi(3)).reverse(),
        current_hit: ink(Colour::Ansi(3)).reverse().bold(),
        selected: PLAIN.reverse(),
        notice: ink(Colour::Ansi(3)),
        changed: ink(Colour::Ansi(3)).underline().bold(),
    }
};

/// The same on light paper: only those of the sixteen that are dark everywhere, and not bold, which many terminals take for bright.
pub const TERMINAL_LIGHT: Theme = {
    const RED: Look = ink(Colour::Ansi(1));
    const BLUE: Look = ink(Colour::Ansi(4));
    Theme {
        accent: RED,
        code: PLAIN,
        link: BLUE.underline(),
        guarantee: BLUE,
        marked: PLAIN.bold(),
        hit: BLUE.reverse(),
        current_hit: RED.reverse().underline(),
        notice: RED,
        changed: RED.underline(),
        ..TERMINAL
    }
};

/// No colours at all.
pub const COLOURLESS: Theme = {
    const GREY: Look = Look { dim: true, ..PLAIN };
    Theme {
        text: PLAIN,
        title: PLAIN.bold(),
        heading: PLAIN.bold(),
        faint: GREY,
        rule: GREY,
        accent: PLAIN.bold(),
        code: PLAIN,
        link: PLAIN.underline(),
        quote: PLAIN.underline(),
        guarantee: Look {
            italic: true,
            ..PLAIN
        },
        marked: PLAIN.bold(),
        hit: PLAIN.reverse(),
        current_hit: PLAIN.reverse().bold().underline(),
        selected: PLAIN.reverse(),
        notice: PLAIN.bold(),
        changed: PLAIN.bold().underline(),
    }
};

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    /// The theme of that name on that terminal; `None` when there is none of that name. `NO_COLOR` wins over everything.
    pub fn named(name: &str, terminal: &Terminal) -> Option<Self> {
        let theme = match (name, terminal.is_light) {
            ("light", _) | ("auto", true) => LIGHT,
            ("dark", _) | ("auto", false) => DARK,
            ("terminal", _) => TERMINAL,
            ("plain", _) => COLOURLESS,
            _ => return None,
        };
        if terminal.no_color || theme == COLOURLESS {
            return Some(COLOURLESS);
        }
        Some(match terminal.depth {
            Depth::Rgb => theme,
            Depth::Indexed => theme.map(|look| Look {
                ink: look.ink.indexed(),
                paper: look.paper.indexed(),
                ..look
            }),
            Depth::Sixteen if theme == LIGHT => TERMINAL_LIGHT,
            Depth::Sixteen => TERMINAL,
        })
    }

    /// The theme with each of its looks changed.
    fn map(self, change: impl Fn(Look) -> Look) -> Self {
        Self {
            text: change(self.text),
            title: change(self.title),
            heading: change(self.heading),
            faint: change(self.faint),
            rule: change(self.rule),
            accent: change(self.accent),
            code: change(self.code),
            link: change(self.link),
            quote: change(self.quote),
            guarantee: change(self.guarantee),
            marked: change(self.marked),
            hit: change(self.hit),
            current_hit: change(self.current_hit),
            selected: change(self.selected),
            notice: change(self.notice),
            changed: change(self.changed),
        }
    }
}

impl Colour {
    /// The nearest of the 240 colours that are the same on all terminals of 256: a cube of six levels and 24 greys (the table of
    /// xterm's 256colres.h).
    fn indexed(self) -> Self {
        const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        let Self::Rgb(r, g, b) = self else {
            return self;
        };
        let cube = (0..216u8).map(|index| {
            let level = |step: u8| LEVELS[usize::from(index / step % 6)];
            (16 + index, (level(36), level(6), level(1)))
        });
        let greys = (0..24u8).map(|index| {
            (
                232 + index,
                (8 + 10 * index, 8 + 10 * index, 8 + 10 * index),
            )
        });
        let distance = |&(_, (red, green, blue)): &(u8, (u8, u8, u8))| {
            [(r, red), (g, green), (b, blue)]
                .iter()
                .map(|&(a, b)| u32::from(a.abs_diff(b)).pow(2))
                .sum::<u32>()
        };
        cube.chain(greys)
            .min_by_key(distance)
            .map_or(self, |(index, _)| Self::Ansi(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(theme: &Theme) -> [Look; 16] {
        [
            theme.text,
            theme.title,
            theme.heading,
            theme.faint,
            theme.rule,
            theme.accent,
            theme.code,
            theme.link,
            theme.quote,
            theme.guarantee,
            theme.marked,
            theme.hit,
            theme.current_hit,
            theme.selected,
            theme.notice,
            theme.changed,
        ]
    }

    #[test]
    fn the_colourless_theme_has_no_colours() {
        let has_colour =
            |look: &Look| look.ink != Colour::Terminal || look.paper != Colour::Terminal;
        assert!(!looks(&COLOURLESS).iter().any(has_colour));
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
        for look in looks(&theme) {
            let is_dark = matches!(look.ink, Colour::Ansi(1 | 4)) && !look.bold && !look.dim;
            assert!(look.ink == Colour::Terminal || is_dark, "{look:?}");
        }
        assert_eq!(Theme::named("dark", &Terminal::default()), Some(TERMINAL));
    }

    #[test]
    fn colours_are_found_among_256() {
        assert_eq!(Colour::Rgb(255, 0, 0).indexed(), Colour::Ansi(196));
        assert_eq!(Colour::Rgb(0x17, 0x18, 0x1b).indexed(), Colour::Ansi(234));
        assert_eq!(Colour::Terminal.indexed(), Colour::Terminal);
        let indexed = Terminal {
            depth: Depth::Indexed,
            ..Terminal::default()
        };
        assert_eq!(
            Theme::named("auto", &indexed).unwrap().accent.ink,
            Colour::Ansi(179)
        );
    }

    #[test]
    fn text_is_legible_on_its_paper() {
        // Relative luminance and contrast after WCAG 2.1; 4.5 is its bar for running text.
        let luminance = |colour| {
            let Colour::Rgb(r, g, b) = colour else {
                return 0.0;
            };
            let linear = |part: u8| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
        };
        for theme in [DARK, LIGHT] {
            for look in looks(&theme).into_iter().filter(|look| *look != theme.rule) {
                let look = look.over(theme.text);
                let (a, b) = (luminance(look.ink), luminance(look.paper));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(contrast >= 4.5, "{look:?} has a contrast of {contrast:.1}");
            }
        }
    }
}
