//! Effects: what a change of state asks of the outside world.

/// Something only the shell can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// End it as an interrupt does.
    Interrupt,
    /// Put words into the clipboard of the terminal.
    Copy(String),
    /// Take the mouse, or give it back to the terminal.
    CaptureMouse(bool),
    /// Draw every cell anew.
    Redraw,
    /// Stop until the shell continues us.
    Suspend,
}
