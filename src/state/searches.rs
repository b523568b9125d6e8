//! Searches that were made, one a line, the latest last.

use std::io;

use serde::{Deserialize, Serialize};

use super::{Corrupt, Folder};
use crate::app::find::REMEMBERED;
use crate::search::manner::{Asked, CaseRule, Manner};

/// The name of the file.
pub const NAME: &str = "searches";

/// A search as it stands in the file. Keys may be added; none means anything else later.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Line {
    typed: String,
    #[serde(skip_serializing_if = "is_off")]
    regex: bool,
    #[serde(skip_serializing_if = "is_off")]
    words: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<bool>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_off(switch: &bool) -> bool {
    !switch
}

impl From<&Asked> for Line {
    fn from(asked: &Asked) -> Self {
        Self {
            typed: asked.typed.clone(),
            regex: asked.manner.is_regex,
            words: asked.manner.is_word,
            case: match asked.manner.case {
                CaseRule::Smart => None,
                CaseRule::Kept => Some(true),
                CaseRule::Ignored => Some(false),
            },
        }
    }
}

impl From<Line> for Asked {
    fn from(line: Line) -> Self {
        let case = match line.case {
            None => CaseRule::Smart,
            Some(true) => CaseRule::Kept,
            Some(false) => CaseRule::Ignored,
        };
        Self {
            typed: line.typed,
            manner: Manner {
                is_regex: line.regex,
                is_word: line.words,
                case,
            },
        }
    }
}

/// The searches that are kept. Lines that cannot be read are passed over while there are others, and so is what nobody can have typed.
pub fn read(folder: &Folder) -> Result<Vec<Asked>, Corrupt> {
    folder.understand(NAME, |text| {
        let lines = text.lines().map(serde_json::from_str::<Line>);
        let lines: Vec<_> = lines.filter_map(Result::ok).collect();
        (!lines.is_empty() || text.trim().is_empty()).then(|| searches(lines))
    })
}

fn searches(lines: Vec<Line>) -> Vec<Asked> {
    let can_be_typed =
        |asked: &Asked| !asked.typed.is_empty() && !asked.typed.chars().any(char::is_control);
    let searches = lines.into_iter().map(Asked::from).filter(can_be_typed);
    let mut searches: Vec<_> = searches.collect();
    searches.drain(..searches.len().saturating_sub(REMEMBERED));
    searches
}

/// Keeps one search more, as the latest.
pub fn add(folder: &Folder, asked: Asked) -> io::Result<()> {
    let mut searches = read(folder).unwrap_or_default(); // what means nothing any more is put aside
    searches.retain(|it| it.typed != asked.typed);
    searches.push(asked);
    searches.drain(..searches.len().saturating_sub(REMEMBERED));
    let mut text = String::new();
    for asked in &searches {
        text.push_str(&serde_json::to_string(&Line::from(asked))?);
        text.push('\n');
    }
    folder.write(NAME, &text)
}
