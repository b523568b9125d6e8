#![doc = include_str!("ARCHITECTURE.md")]
#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test may panic"))]

pub mod text;

pub mod doc;
pub mod input;

pub mod action;
pub mod article;
pub mod citation;
pub mod config;
pub mod layout;
pub mod picture;
pub mod search;

pub mod app;

pub mod state;
pub mod ui;

pub mod shell;

pub mod cli;
