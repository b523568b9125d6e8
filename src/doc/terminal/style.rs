//! Styles: what control sequences have set.

use crate::doc::run::Marks;

/// How much of a colour's strongest light another needs to be seen in it, of 16.
const SHARE: u32 = 10;

/// How letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    marks: Marks,
}

impl Style {
    /// As marks of a run.
    pub(super) fn marks(self) -> Marks {
        self.marks
    }

    /// Sets what the numbers of a sequence say. Those that are unknown say nothing; colours behind the letters are left out.
    pub(super) fn set(&mut self, numbers: &str) {
        let mut numbers = numbers.split(';');
        while let Some(number) = numbers.next() {
            let mut details = number.split(':');
            let code = details.next().unwrap_or_default();
            match code.parse().unwrap_or(0_u8) {
                0 => self.marks = Marks::empty(),
                1 | 7 => self.marks |= Marks::STRONG,
                3 | 4 => self.marks |= Marks::EMPHASIS,
                9 => self.marks |= Marks::STRIKE,
                22 | 27 => self.marks -= Marks::STRONG,
                23 | 24 => self.marks -= Marks::EMPHASIS,
                29 => self.marks -= Marks::STRIKE,
                code @ (30..=37 | 90..=97) => self.colour(basic(code % 10)),
                38 if number.contains(':') => self.colour(mixed(&mut details)),
                38 => self.colour(mixed(&mut numbers)),
                39 => self.colour(Marks::empty()),
                48 if !number.contains(':') => _ = mixed(&mut numbers),
                _ => {}
            }
        }
    }

    fn colour(&mut self, colour: Marks) {
        self.marks = (self.marks - Marks::LIGHT) | colour;
    }
}

/// One of the eight colours: the bits of its number are red, green and blue. Black and white are the colours of any letter.
fn basic(number: u8) -> Marks {
    let lights = [Marks::RED, Marks::GREEN, Marks::BLUE];
    let lit = (0..)
        .zip(lights)
        .filter(|(bit, _)| number & (1 << bit) != 0);
    let colour: Marks = lit.map(|(_, light)| light).collect();
    if colour == Marks::LIGHT {
        Marks::empty()
    } else {
        colour
    }
}

/// The nearest of them to one of 256 (`5;N`), or to one that is mixed (`2;R;G;B`), as the numbers behind a 38 say.
fn mixed<'a>(numbers: &mut impl Iterator<Item = &'a str>) -> Marks {
    match numbers.next() {
        Some("5") => match number(numbers) {
            basic_one @ 0..=15 => basic(basic_one % 8),
            // The cube of xterm: six steps of each light.
            cube @ 16..=231 => lights([(cube - 16) / 36, (cube - 16) / 6 % 6, (cube - 16) % 6]),
            _ => Marks::empty(),
        },
        // Between colons, the number of a colour space comes first, which is left empty.
        Some("2") => {
            let mut numbers = numbers.filter(|it| !it.is_empty());
            lights([(); 3].map(|()| number(&mut numbers)))
        }
        _ => Marks::empty(),
    }
}

fn number<'a>(numbers: &mut impl Iterator<Item = &'a str>) -> u8 {
    numbers.next().and_then(|it| it.parse().ok()).unwrap_or(0)
}

/// The colour of those lights that are strong beside the strongest.
fn lights(strengths: [u8; 3]) -> Marks {
    let strongest = strengths.into_iter().max().map_or(0, u32::from);
    let is_strong = |strength: u8| strongest > 0 && u32::from(strength) * 16 > strongest * SHARE;
    let bits = (0..)
        .zip(strengths)
        .filter(|&(_, strength)| is_strong(strength));
    basic(bits.map(|(bit, _)| 1 << bit).sum())
}
