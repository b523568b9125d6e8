//! Words by which what is none of the article is told: in the names that sites give their boxes, and in what boxes say.

use super::super::cross_link;
use crate::text::date;

/// Words in the classes of a box that is none of the article.
const NAMES: &[&str] = &[
    "addthis",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "advertorial",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "copyright",
    "credit",
    "credits",
    "cta",
    "disqus",
    "donate",
    "donation",
    "editsection",
    "newsletter",
    "newsletters",
    "noprint",
    "offscreen",
    "outbrain",
    "paywall",
    "popular",
    "promo",
    "promos",
    "promotion",
    "pubdate",
    "readmore",
    "recirc",
    "recirculation",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "relatedlinks",
    "reprint",
    "reprints",
    "sharebar",
    "sharedaddy",
    "share",
    "sharing",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "storydate",
    "subscribe",
    "subscription",
    "taboola",
    "teaser",
    "textresizer",
    "timestamp",
    "toolbar",
    "trending",
    "visuallyhidden",
    "whatsapp",
];

/// Two words that follow each other in such a class.
const PAIRS: &[(&str, &str)] = &[
    ("about", "author"),
    ("also", "like"),
    ("article", "date"),
    ("article", "meta"),
    ("article", "tags"),
    ("article", "tools"),
    ("author", "bio"),
    ("author", "box"),
    ("author", "card"),
    ("author", "description"),
    ("author", "details"),
    ("author", "excerpt"),
    ("author", "info"),
    ("author", "profile"),
    ("author", "text"),
    ("date", "published"),
    ("date", "time"),
    ("dont", "miss"),
    ("entry", "author"),
    ("entry", "byline"),
    ("entry", "date"),
    ("entry", "meta"),
    ("entry", "published"),
    ("entry", "tags"),
    ("follow", "us"),
    ("image", "credit"),
    ("more", "articles"),
    ("more", "from"),
    ("more", "stories"),
    ("most", "read"),
    ("off", "screen"),
    ("photo", "credit"),
    ("post", "author"),
    ("post", "date"),
    ("post", "meta"),
    ("post", "tags"),
    ("print", "block"),
    ("print", "only"),
    ("print", "tools"),
    ("publish", "date"),
    ("published", "date"),
    ("read", "more"),
    ("read", "next"),
    ("screen", "reader"),
    ("share", "text"),
    ("sr", "only"),
    ("story", "date"),
    ("story", "meta"),
    ("tag", "list"),
    ("up", "next"),
    ("visually", "hidden"),
];

/// Words in the classes of many pictures shown one after the other.
const GALLERIES: &[&str] = &[
    "carousel",
    "gallery",
    "lightbox",
    "lightgallery",
    "resgallery",
    "slider",
    "slideshow",
    "swiper",
];

/// What stands above links to other articles.
const LABELS: &[&str] = &[
    "about the author",
    "about the authors",
    "also on",
    "don't miss",
    "dont miss",
    "editors' picks",
    "editor's picks",
    "latest news",
    "latest popular",
    "more articles",
    "more from",
    "more news",
    "more on this",
    "more stories",
    "most popular",
    "most read",
    "next article",
    "other stories",
    "popular",
    "previous article",
    "read next",
    "recommended",
    "recommended for you",
    "recommended stories",
    "recommended video",
    "related",
    "related articles",
    "related content",
    "related coverage",
    "related links",
    "related news",
    "related posts",
    "related stories",
    "related topics",
    "related video",
    "related videos",
    "share this",
    "share this article",
    "sharing is caring",
    "suggested articles",
    "tags",
    "top stories",
    "trending",
    "trending now",
    "up next",
    "what to read next",
    "you may also like",
    "you might also like",
    "you may like",
];

/// What offers to readers begin with.
const OFFERS: &[&str] = &[
    "click here",
    "click to",
    "comments",
    "download our",
    "download the app",
    "enter your email",
    "follow us",
    "get our",
    "get the latest",
    "image 1 of",
    "join our",
    "join the conversation",
    "like us on",
    "loading",
    "order reprints",
    "print article",
    "print this",
    "send us a tip",
    "share this",
    "sign up",
    "subscribe",
    "support our",
    "text size",
    "thank you for subscribing",
    "to comment on",
    "view comments",
    "write to",
    "advertisement",
];

/// What lines about rights and sources begin with, or hold.
const RIGHTS: &[&str] = &[
    "all rights reserved",
    "contributed to this report",
    "may earn a commission",
    "may earn an affiliate commission",
    "subject to copyright",
];
const RIGHTS_BEGIN: &[&str] = &[
    "copyright",
    "©",
    "(c) 20",
    "(reporting by",
    "reporting by",
    "(editing by",
    "editing by",
    "our standards",
];

/// What a block says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Other articles follow.
    Label,
    /// That readers may subscribe, follow, share.
    Offer,
    /// Whose it is, and who helped.
    Rights,
    /// That it leads to another article.
    CrossLink,
    /// When it was written.
    Date,
    /// Who wrote it.
    Byline,
    /// Anything else.
    Other,
}

/// What a block with this text is by its words.
pub(super) fn said(text: &str) -> Said {
    let line = text.to_lowercase().replace('’', "'");
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let begins = |list: &[&str]| {
        list.iter().any(|word| {
            line.strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let count = bare.split_whitespace().count();
    let is_label = LABELS.iter().any(|label| {
        bare.strip_prefix(label).is_some_and(|rest| {
            rest.is_empty() || count <= 5 && rest.starts_with(' ') && label.contains(' ')
        })
    });
    if is_label {
        Said::Label
    } else if RIGHTS_BEGIN.iter().any(|word| line.starts_with(word))
        || RIGHTS.iter().any(|words| line.contains(words))
    {
        Said::Rights
    } else if date::is_date(bare) {
        Said::Date
    } else if begins(OFFERS)
        || line.starts_with("follow ")
            && [" on twitter", " on facebook", " on instagram"]
                .iter()
                .any(|place| line.contains(place))
    {
        Said::Offer
    } else if cross_link::has_label(&line) {
        Said::CrossLink
    } else if count <= 12
        && line.starts_with("by ")
        && text
            .split_whitespace()
            .nth(1)
            .is_some_and(|name| name.starts_with(char::is_uppercase))
    {
        Said::Byline
    } else {
        Said::Other
    }
}

/// Whether a box with these classes is none of the article.
pub(super) fn is_junk(classes: &str) -> bool {
    classes.split_whitespace().any(|class| {
        let words = split(class);
        let is_pair = |pair: &[String]| matches!(pair, [one, other] if PAIRS.contains(&(one.as_str(), other.as_str())));
        words.iter().any(|word| NAMES.contains(&word.as_str())) || words.windows(2).any(is_pair)
    })
}

/// Whether a box with these classes shows pictures one after the other.
pub(super) fn is_gallery(classes: &str) -> bool {
    classes
        .split_whitespace()
        .flat_map(split)
        .any(|word| GALLERIES.contains(&word.as_str()))
}

/// The words of a name: `authorBio`, `author-bio` and `author_bio` are the same.
fn split(class: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in class.chars() {
        let begins = !c.is_alphanumeric() || c.is_uppercase() && was_small;
        if begins && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        was_small = c.is_lowercase() || c.is_ascii_digit();
    }
    words
}
