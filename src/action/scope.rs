//! Where keys hold.

use bitflags::bitflags;

bitflags! {
    /// Where a key holds.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Scope: u8 {
        /// While the text has the focus.
        const TEXT = 1;
        /// While the sidebar has it.
        const LIST = 1 << 1;
        /// While help is shown.
        const HELP = 1 << 2;
        /// While words are selected.
        const SELECT = 1 << 3;
        /// In both panes.
        const PANES = Self::TEXT.bits() | Self::LIST.bits();
        /// Everywhere.
        const ALL = Self::PANES.bits() | Self::HELP.bits() | Self::SELECT.bits();
    }
}
