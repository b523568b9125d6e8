//! Renewals: an article that was read anew, ready to take the place of what it was.
//!
//! Like [findings](super::findings) they are made in the worker.

use std::sync::Arc;

use super::findings::Findings;
use crate::article::annotate;
use crate::article::changes::{Comparison, Version, compare};
use crate::article::section::Outline;
use crate::doc::Document;
use crate::input::arrival::Arrived;

/// What was read of an article, and found in it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its text.
    pub document: Arc<Document>,
    /// Its sections.
    pub outline: Arc<Outline>,
    /// What was found.
    pub findings: Arc<Findings>,
}

/// An article that was read anew.
#[derive(Debug)]
pub struct Renewal {
    /// Its text now.
    pub document: Arc<Document>,
    /// Its sections now.
    pub outline: Arc<Outline>,
    /// How it came.
    pub arrived: Option<Arrived>,
    /// What was found in it.
    pub findings: Findings,
    /// How it compares with what it was.
    pub comparison: Comparison,
}

impl Renewal {
    /// What has become of an article; `None` when its text is what it was.
    pub fn of(document: Document, arrived: Option<Arrived>, before: &Reading) -> Option<Self> {
        if document.has_same_text(&before.document) {
            return None;
        }
        let outline = Outline::of(&document);
        let annotations = annotate(&document, &outline);
        // What has not been found yet would count as new.
        let missing =
            (!before.findings.is_complete).then(|| annotate(&before.document, &before.outline));
        let old = Version {
            document: &before.document,
            outline: &before.outline,
            annotations: missing.as_ref().unwrap_or(&before.findings.annotations),
        };
        let new = Version {
            document: &document,
            outline: &outline,
            annotations: &annotations,
        };
        let comparison = compare(old, new);
        Some(Self {
            arrived,
            findings: Findings::new(annotations, &outline, true),
            document: Arc::new(document),
            outline: Arc::new(outline),
            comparison,
        })
    }
}
