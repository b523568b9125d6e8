//! Screens: keys in, picture out, against reviewed pictures.

use crate::screen::Screen;

macro_rules! picture {
    ($name:literal, $article:literal, $size:literal, $keys:literal) => {
        insta::assert_snapshot!($name, Screen::open($article, $size).keys($keys).picture())
    };
}

#[test]
fn the_first_screen_at_four_sizes() {
    picture!("start_120x40", "harbour.txt", "120x40", "");
    picture!("start_80x24", "harbour.txt", "80x24", "");
    picture!("start_50x20", "harbour.txt", "50x20", "");
    picture!("start_1x1", "harbour.txt", "1x1", "");
}
