//! Front matter: the fields that writing tools put before a text.
//!
//! Read at byte 0 only, up to a fixed size, line by line: `key: value` between `---` (as YAML has it) or `key = value` between
//! `+++` (as TOML has it), with lists of names. Not a YAML reader: no aliases, so nothing can be made to explode.

use super::meta::Meta;

/// How long front matter may be, in bytes.
const LIMIT: usize = super::feed::HEAD;

/// The front matter of a text.
pub(super) struct Front<'a> {
    /// How many bytes it takes, its last line included.
    pub(super) len: usize,
    fields: Vec<(&'a str, String)>,
}

/// Finds the front matter of `text`; `None` when it has none, or when it never ends.
pub(super) fn matter(text: &str) -> Option<Front<'_>> {
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| text.starts_with(fence))?;
    let mut lines = crate::text::head(text, LIMIT).split_inclusive('\n');
    let opening = lines.next().filter(|line| line.trim_end() == fence)?;
    let mut len = opening.len();
    let mut body = Vec::new();
    for line in lines {
        len += line.len();
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return is_fields(&body).then(|| Front {
                len,
                fields: fields(&body),
            });
        }
        body.push(line.trim_end());
    }
    None
}

/// A rule at the top of a text is no front matter: the first line must name a field.
fn is_fields(lines: &[&str]) -> bool {
    lines
        .iter()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .is_none_or(|line| field(line).is_some())
}

fn field(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once([':', '='])?;
    let key = key.trim_end();
    let is_key = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    is_key.then(|| (key, unquoted(value)))
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = ['"', '\'']
        .iter()
        .find_map(|&mark| value.strip_prefix(mark)?.strip_suffix(mark));
    inner.unwrap_or(value)
}

/// The fields with their values; indented lines and list items belong to the field above.
fn fields<'a>(lines: &[&'a str]) -> Vec<(&'a str, String)> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in lines {
        let is_inner = line.starts_with([' ', '\t', '-']);
        match (field(line), fields.last_mut()) {
            (Some((key, value)), _) if !is_inner => fields.push((key, list(value))),
            (_, Some((_, value))) if is_inner => {
                add(value, line.trim_start_matches([' ', '\t', '-']));
            }
            _ => {}
        }
    }
    fields
}

/// A list on one line (`[a, b]`) as it is read aloud.
fn list(value: &str) -> String {
    let Some(inner) = value
        .strip_prefix('[')
        .and_then(|value| value.strip_suffix(']'))
    else {
        return value.trim_start_matches(['|', '>']).to_owned();
    };
    inner
        .split(',')
        .map(unquoted)
        .collect::<Vec<_>>()
        .join(", ")
}

fn add(value: &mut String, more: &str) {
    let more = match field(more) {
        Some(("name", name)) => name,
        Some(_) => return, // a deeper field: an address, a picture
        None => unquoted(more),
    };
    if !value.is_empty() && !more.is_empty() {
        value.push_str(", ");
    }
    value.push_str(more);
}

impl Front<'_> {
    /// What the fields say of the article.
    pub(super) fn meta(&self) -> Meta {
        Meta {
            title: self
                .get(&["title", "headline"])
                .map(super::markdown::visible),
            byline: self
                .get(&["author", "authors", "byline", "by"])
                .map(str::to_owned),
            published: self
                .get(&["date", "published", "pubdate", "date_published", "created"])
                .and_then(iso_date),
            url: self
                .get(&["url", "canonical", "canonical_url", "link", "source"])
                .and_then(web_address),
            publisher: self.get(&["publisher", "site_name"]).map(str::to_owned),
            language: self.get(&["lang", "language"]).map(str::to_owned),
            questions: Vec::new(),
        }
    }

    fn get(&self, keys: &[&str]) -> Option<&str> {
        let find = |key: &&str| {
            self.fields
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(key))
        };
        keys.iter()
            .find_map(find)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }
}

/// `value` when it begins with a date in ISO form; the time is kept when one follows.
fn iso_date(value: &str) -> Option<String> {
    let day = value.get(..10)?;
    let is_date = day.char_indices().all(|(at, c)| {
        if matches!(at, 4 | 7) {
            c == '-'
        } else {
            c.is_ascii_digit()
        }
    });
    let rest = crate::text::tail(value, 10).trim();
    let time = rest.trim_start_matches('T');
    is_date.then(|| {
        if rest.starts_with('T') && !time.is_empty() {
            format!("{day}T{time}")
        } else {
            day.to_owned()
        }
    })
}

fn web_address(value: &str) -> Option<String> {
    (value.starts_with("https://") || value.starts_with("http://")).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_from_both_kinds() {
        let yaml = "---\ntitle: \"A &amp; *B*\"\nauthors:\n  - Ann Lee\n  - Bo\ndate: 2025-09-12 10:00\nurl: https://a.example/x\n---\nText";
        let front = matter(yaml).unwrap();
        assert_eq!(crate::text::tail(yaml, front.len), "Text");
        let expected = Meta {
            title: Some("A & B".to_owned()),
            byline: Some("Ann Lee, Bo".to_owned()),
            published: Some("2025-09-12".to_owned()),
            url: Some("https://a.example/x".to_owned()),
            ..Meta::default()
        };
        assert_eq!(front.meta(), expected);
        let toml = matter("+++\ntitle = 'C'\nauthors = [\"D\", \"E\"]\n+++\n")
            .unwrap()
            .meta();
        assert_eq!(
            (toml.title.as_deref(), toml.byline.as_deref()),
            (Some("C"), Some("D, E"))
        );
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        assert!(matter("---\nSome words here.\n---\n").is_none());
        assert!(matter("---\ntitle: never closed\n").is_none());
        assert!(matter(&format!("---\na: {}\n---\n", "x".repeat(LIMIT))).is_none());
        assert!(matter("text\n---\na: b\n---\n").is_none());
    }

    #[test]
    fn dates_that_are_none_are_left_out() {
        assert_eq!(
            iso_date("2025-09-12T08:00:00Z").as_deref(),
            Some("2025-09-12T08:00:00Z")
        );
        assert_eq!(iso_date("12 September 2025"), None);
        assert_eq!(iso_date("{{ date }}!"), None);
    }
}
