//! What the manual tells besides arguments, keys and settings: examples, files, the environment, how it ends.

/// Rows of what there is and what it is for.
pub(super) type Table = &'static [(&'static str, &'static str)];

pub(super) const EXAMPLES: Table = &[
    (
        "sidenote article.md",
        "Read an article, question by question.",
    ),
    (
        "sidenote https://example.org/explainer",
        "The same from the web; that page is fetched and nothing else.",
    ),
    (
        "sidenote --find \"prime minister\" article.md",
        "Begin where these words first stand.",
    ),
    (
        "sidenote --at \"§3 ¶2\" article.md",
        "Begin with the second paragraph of the third section.",
    ),
    (
        "curl -s https://example.org/ | sidenote --format html",
        "Read what is piped in.",
    ),
    (
        "sidenote quotes --by speaker article.md",
        "Print who is quoted saying what.",
    ),
    (
        "sidenote guarantees --cite apa article.md",
        "Print what is promised, with citations.",
    ),
    (
        "sidenote extract --format csv --kind quotes *.md > quotes.csv",
        "All quotes of several articles, for a spreadsheet.",
    ),
    (
        "PAGER=sidenote man ls",
        "As a pager; what programs print keeps its lines and styles.",
    ),
    (
        "sidenote --completions bash > ~/.local/share/bash-completion/completions/sidenote",
        "Completion for bash.",
    ),
];

pub(super) const FILES: Table = &[
    (
        "~/.config/sidenote/config.toml",
        "Settings, keys and themes; $XDG_CONFIG_HOME instead of ~/.config where that is set.",
    ),
    (
        "~/.local/state/sidenote/places/",
        "Where articles were left, their bookmarks and hidden rows; $XDG_STATE_HOME instead of ~/.local/state where that is set. \
         Nothing is kept of what is piped in, and with remember = false nothing at all. A file that cannot be read any more is put aside \
         as .corrupt.",
    ),
    ("~/.local/state/sidenote/searches", "What was searched for."),
    (
        "~/.local/state/sidenote/width",
        "How wide the text column was made, and what it was set to be then.",
    ),
];

pub(super) const ENVIRONMENT: Table = &[
    ("NO_COLOR", "No colours, where it holds anything."),
    (
        "TERM, COLORTERM",
        "How many colours there are (truecolor or 24bit: all). With TERM=dumb the article is printed.",
    ),
    (
        "COLORFGBG",
        "Whether the terminal is light, until the terminal itself answers.",
    ),
    (
        "TERM, TERM_PROGRAM, VTE_VERSION, KONSOLE_VERSION, KITTY_WINDOW_ID, LC_TERMINAL",
        "Which terminal it is: how pictures are shown with pictures = auto, and who orders what runs from right to left. The last four do not \
         count with XTERM_VERSION, ALACRITTY_WINDOW_ID or another TERM_PROGRAM, the last three not with VTE_VERSION; within tmux or screen \
         (TMUX, STY) pictures are blocks.",
    ),
    ("VISUAL, EDITOR", "The editor, where editor is not set."),
    (
        "BROWSER",
        "What shows addresses, with colons between several; one that shows pages in the terminal (lynx, w3m) is lent it. Without it, or where that \
         fails: open (macOS), wslview (WSL), xdg-open.",
    ),
    (
        "http_proxy, https_proxy, all_proxy, no_proxy",
        "How addresses are fetched; capital letters do as well.",
    ),
    (
        "XDG_CONFIG_HOME, XDG_STATE_HOME, HOME",
        "Where files are; see FILES.",
    ),
];

pub(super) const EXIT_STATUS: Table = &[
    ("0", "All went well."),
    (
        "1",
        "An article could not be opened, the answer not be written, or --check-config found mistakes.",
    ),
    ("2", "Wrong use."),
];
