//! The themes that come with the program.

use super::{Colour, Look, Theme};

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

/// For dark rooms: warm white on near black, one amber accent, three greys.
pub const DARK: Theme = {
    const INK: Colour = Colour::Rgb(0xd8, 0xd4, 0xcc);
    const PAPER: Colour = Colour::Rgb(0x17, 0x18, 0x1b);
    const BRIGHT: Colour = Colour::Rgb(0xf5, 0xf1, 0xe8);
    const GREY: Colour = Colour::Rgb(0x99, 0x96, 0x90);
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
            paper: Colour::Rgb(0x28, 0x29, 0x2d),
            ..ink(BRIGHT)
        }
        .bold(),
        notice: ink(ACCENT),
        changed: ink(ACCENT).underline().bold(),
        red: ink(Colour::Rgb(0xe0, 0x7a, 0x6e)),
        green: ink(Colour::Rgb(0x9c, 0xc0, 0x8b)),
        yellow: ink(Colour::Rgb(0xe0, 0xc0, 0x70)),
        blue: ink(Colour::Rgb(0x8f, 0xb4, 0xd8)),
        magenta: ink(Colour::Rgb(0xc9, 0xa0, 0xd0)),
        cyan: ink(Colour::Rgb(0x86, 0xc5, 0xc0)),
        selection: ink(PAPER).on(Colour::Rgb(0x8f, 0xb4, 0xd8)),
    }
};

/// For daylight: near black on warm white, one brick-red accent, three greys.
pub const LIGHT: Theme = {
    const INK: Colour = Colour::Rgb(0x2d, 0x2b, 0x28);
    const PAPER: Colour = Colour::Rgb(0xfb, 0xf9, 0xf4);
    const BLACK: Colour = Colour::Rgb(0x0e, 0x0d, 0x0c);
    const GREY: Colour = Colour::Rgb(0x66, 0x62, 0x5c);
    const LINE: Colour = Colour::Rgb(0xc4, 0xbf, 0xb6);
    const ACCENT: Colour = Colour::Rgb(0x94, 0x38, 0x1a);
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
        red: ink(Colour::Rgb(0xa3, 0x32, 0x2a)),
        green: ink(Colour::Rgb(0x2f, 0x6b, 0x3a)),
        yellow: ink(Colour::Rgb(0x7a, 0x5a, 0x00)),
        blue: ink(Colour::Rgb(0x1f, 0x55, 0x8c)),
        magenta: ink(Colour::Rgb(0x7d, 0x3a, 0x86)),
        cyan: ink(Colour::Rgb(0x14, 0x6a, 0x6a)),
        selection: ink(PAPER).on(Colour::Rgb(0x1f, 0x55, 0x8c)),
    }
};

/// For eyes that need it: white on black, two colours, and nothing faint.
pub const HIGH_CONTRAST: Theme = {
    const WHITE: Colour = Colour::Rgb(0xff, 0xff, 0xff);
    const BLACK: Colour = Colour::Rgb(0, 0, 0);
    const YELLOW: Colour = Colour::Rgb(0xff, 0xe0, 0x40);
    const CYAN: Colour = Colour::Rgb(0x70, 0xe8, 0xff);
    Theme {
        text: ink(WHITE).on(BLACK),
        title: ink(WHITE).bold(),
        heading: ink(WHITE).bold(),
        faint: ink(WHITE),
        rule: ink(WHITE),
        accent: ink(YELLOW).bold(),
        code: ink(CYAN),
        link: ink(CYAN).underline(),
        quote: ink(WHITE).underline(),
        guarantee: ink(YELLOW),
        marked: ink(BLACK).on(WHITE),
        hit: ink(BLACK).on(CYAN),
        current_hit: ink(BLACK).on(YELLOW).bold(),
        selected: ink(WHITE).on(BLACK).reverse().bold(),
        notice: ink(YELLOW),
        changed: ink(YELLOW).underline().bold(),
        red: ink(Colour::Rgb(0xff, 0x9a, 0x90)),
        green: ink(Colour::Rgb(0x7d, 0xff, 0x8a)),
        yellow: ink(Colour::Rgb(0xff, 0xe0, 0x40)),
        blue: ink(Colour::Rgb(0x9c, 0xc8, 0xff)),
        magenta: ink(Colour::Rgb(0xff, 0xa8, 0xff)),
        cyan: ink(Colour::Rgb(0x70, 0xe8, 0xff)),
        selection: ink(BLACK).on(CYAN).underline(),
    }
};

/// The same where there are sixteen colours, of which nobody knows how they look: none of them.
pub const STARK: Theme = Theme {
    faint: PLAIN,
    rule: PLAIN,
    marked: PLAIN.reverse(),
    ..COLOURLESS
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
        link: ink(Colour::Ansi(6)).underline(),
        quote: PLAIN.underline(),
        guarantee: ink(Colour::Ansi(2)),
        marked: ink(Colour::Ansi(3)).bold(),
        hit: ink(Colour::Ansi(3)).reverse(),
        current_hit: ink(Colour::Ansi(3)).reverse().bold(),
        selected: PLAIN.reverse(),
        notice: ink(Colour::Ansi(3)),
        changed: ink(Colour::Ansi(3)).underline().bold(),
        red: ink(Colour::Ansi(9)),
        green: ink(Colour::Ansi(10)),
        yellow: ink(Colour::Ansi(11)),
        blue: ink(Colour::Ansi(14)), // the terminal’s blue is too dark on black
        magenta: ink(Colour::Ansi(13)),
        cyan: ink(Colour::Ansi(14)),
        selection: PLAIN.reverse(),
    }
};

/// The same on light paper: only those of the sixteen that are dark everywhere, and not bold, which many terminals take for bright.
/// Faint is their grey, for of black letters many terminals make no fainter ones.
pub const TERMINAL_LIGHT: Theme = {
    const GREY: Look = ink(Colour::Ansi(8));
    const RED: Look = ink(Colour::Ansi(1));
    const BLUE: Look = ink(Colour::Ansi(4));
    Theme {
        faint: GREY,
        rule: GREY,
        accent: RED,
        code: PLAIN,
        link: BLUE.underline(),
        guarantee: BLUE,
        marked: PLAIN.bold(),
        hit: BLUE.reverse(),
        current_hit: RED.reverse().underline(),
        notice: RED,
        changed: RED.underline(),
        red: RED,
        green: PLAIN,
        yellow: PLAIN,
        blue: BLUE,
        magenta: PLAIN,
        cyan: PLAIN,
        ..TERMINAL
    }
};

/// What is printed and stays on paper that nobody has asked for: the colours of programs as most send them.
pub const PRINTED: Theme = Theme {
    red: ink(Colour::Ansi(1)),
    green: ink(Colour::Ansi(2)),
    yellow: ink(Colour::Ansi(3)),
    blue: ink(Colour::Ansi(4)),
    magenta: ink(Colour::Ansi(5)),
    cyan: ink(Colour::Ansi(6)),
    ..TERMINAL
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
        red: PLAIN,
        green: PLAIN,
        yellow: PLAIN,
        blue: PLAIN,
        magenta: PLAIN,
        cyan: PLAIN,
        selection: PLAIN.reverse(),
    }
};
