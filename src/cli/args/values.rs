//! Values of arguments that other modules have the names of: what can be said on the command line is told once.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, ValueEnum};

use crate::citation::Form;
use crate::config::preset::Preset;
use crate::config::setting::Pictures;
use crate::config::theme::NAMES;
use crate::doc::format::Format;

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let short = (*self == Self::Markdown).then_some("md");
        Some(PossibleValue::new(self.name()).aliases(short))
    }
}

impl ValueEnum for Preset {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for Pictures {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for Format {
    /// A book is told by its bytes: nothing else can be read as one.
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Markdown, Self::Html, Self::Terminal]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let short = match self {
            Self::Text => Some("txt"),
            Self::Markdown => Some("md"),
            Self::Html => Some("htm"),
            Self::Terminal | Self::Epub => None,
        };
        Some(PossibleValue::new(self.name()).aliases(short))
    }
}

/// The name of a theme: one of those that are shipped, which completions offer, or one that the configuration has.
#[derive(Clone, Debug)]
pub(super) struct ThemeName;

impl TypedValueParser for ThemeName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(NAMES.iter().map(PossibleValue::new)))
    }
}
