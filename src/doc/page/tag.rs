//! The elements of HTML by what becomes of them.

/// Elements that flow with the text around them.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "output", "q", "rb", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
];

/// Elements whose content is no text for readers.
const HIDDEN: &[&str] = &[
    "area", "audio", "base", "button", "canvas", "colgroup", "datalist", "dialog", "embed",
    "frame", "frameset", "head", "iframe", "input", "link", "map", "math", "meta", "meter",
    "noembed", "noframes", "noscript", "object", "option", "param", "progress", "script", "select",
    "style", "svg", "template", "textarea", "title", "track", "video",
];

/// Elements that have no content.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];

/// Elements that end where the next of their kind begins, or the element around them ends. They stand in each other only where
/// another element stands between.
const SELF_CLOSING: &[&str] = &[
    "body", "col", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rb", "rp", "rt",
    "rtc", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Elements that a closing tag of text around them does not close.
const SCOPES: &[&str] = &[
    "applet",
    "caption",
    "foreignobject",
    "marquee",
    "math",
    "object",
    "svg",
    "table",
    "template",
];

/// Elements of style, which may end in any order.
const STYLES: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Whether an element flows with the text around it.
pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// Whether the content of an element is no text for readers.
pub(super) fn is_hidden(name: &str) -> bool {
    HIDDEN.contains(&name)
}

/// Whether an element has no content.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether an element ends without a closing tag.
pub(super) fn closes_itself(name: &str) -> bool {
    SELF_CLOSING.contains(&name)
}

/// Whether an element keeps what stands in it from being closed from outside.
pub(super) fn is_scope(name: &str) -> bool {
    SCOPES.contains(&name)
}

/// Whether an element of style may end in any order.
pub(super) fn is_style(name: &str) -> bool {
    STYLES.contains(&name)
}

/// The level of a heading.
pub(super) fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
