//! A page on its way, as far as it has come.

use std::fmt::{self, Display, Formatter};

use crate::text::num;

/// A page that is being fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetch {
    /// Who sends it.
    host: String,
    /// How many bytes have come.
    pub bytes: u64,
}

impl From<String> for Fetch {
    fn from(host: String) -> Self {
        Self { host, bytes: 0 }
    }
}

impl Display for Fetch {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "fetching {} …", self.host)?;
        if self.bytes > 0 {
            write!(to, " {}", num::size(self.bytes))?;
        }
        Ok(())
    }
}
