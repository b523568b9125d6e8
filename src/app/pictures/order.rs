//! Orders: what is to be made of pictures, and what became of it.

use std::sync::Arc;

use crate::input::picture::PictureOrigin;
use crate::picture::plate::{Mould, Plate};
use crate::picture::size::Pixels;

/// Something that is to be made.
#[derive(Clone, Debug)]
pub struct Order {
    /// The byte at which the picture begins.
    pub at: u32,
    /// Where it is.
    pub origin: Arc<PictureOrigin>,
    /// What is to be made of it; only its size is wanted where there is none.
    pub mould: Option<Mould>,
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        let is_same = self.at == other.at && self.mould == other.mould;
        is_same && Arc::ptr_eq(&self.origin, &other.origin)
    }
}

/// What became of an order.
#[derive(Debug)]
pub struct Made {
    /// What was ordered.
    pub order: Order,
    /// What was made, or why nothing was.
    pub result: Result<Product, String>,
}

/// What is made of a picture.
#[derive(Debug)]
pub enum Product {
    /// Its size.
    Size(Pixels),
    /// A plate.
    Plate(Plate),
}
