//! Settings: where the file is, and what the command line says over it.

use std::env;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::Arguments;
use super::{FAILURE, Failure, out, say};
use crate::config::file;
use crate::config::mistake::Mistake;
use crate::config::setting::Settings;
use crate::config::symbols::Symbols;
use crate::text::cluster::safe;

/// The longest file that is read, in bytes: a hundred times more than anybody writes.
const LONGEST: u64 = 1024 * 1024;

/// What is set, and what is wrong in the file that says so.
pub(super) struct Loaded {
    pub(super) settings: Settings,
    /// The name of the file, to be told.
    pub(super) name: String,
    pub(super) mistakes: Vec<Mistake>,
}

impl Loaded {
    /// Each mistake with its file.
    pub(super) fn told(&self) -> Vec<String> {
        let told = |mistake| format!("{}:{mistake}", self.name);
        self.mistakes.iter().map(told).collect()
    }
}

/// Reads the file that the arguments name, or else the one in its place; then the arguments have their say.
pub(super) fn load(arguments: &Arguments) -> Result<Loaded, Failure> {
    let mut loaded = read(arguments)?;
    apply(arguments, &mut loaded.settings)?;
    Ok(loaded)
}

/// What the arguments ask for, and no file.
pub(super) fn asked(arguments: &Arguments) -> Result<Settings, Failure> {
    let mut settings = Settings::default();
    apply(arguments, &mut settings)?;
    Ok(settings)
}

fn apply(arguments: &Arguments, settings: &mut Settings) -> Result<(), Failure> {
    settings.width = arguments.width.unwrap_or(settings.width);
    settings.mouse &= !arguments.no_mouse && !arguments.plain_ui;
    settings.sidebar &= !arguments.plain_ui;
    settings.pictures = arguments.pictures.unwrap_or(settings.pictures);
    settings.preset = arguments.keys.unwrap_or(settings.preset);
    if arguments.plain_ui {
        "plain".clone_into(&mut settings.theme);
        settings.symbols = Symbols::Ascii;
        settings.bidi = false; // it is told in the order in which it is read
    }
    if let Some(theme) = &arguments.theme {
        theme.clone_into(&mut settings.theme);
        settings.check_theme().map_err(Failure::Theme)?;
    }
    Ok(())
}

/// Tells all mistakes in the file.
pub(super) fn check(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let loaded = read(arguments)?;
    let told = loaded.told();
    if told.is_empty() {
        out(format!("{}: no mistakes\n", safe(&loaded.name)).as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    told.iter()
        .try_for_each(|line| out(format!("{}\n", safe(line)).as_bytes()))?;
    Ok(ExitCode::from(FAILURE))
}

/// Says what is wrong on standard error, where no screen can show it.
pub(super) fn tell(loaded: &Loaded) {
    loaded.told().iter().for_each(|line| say(line));
}

fn read(arguments: &Arguments) -> Result<Loaded, Failure> {
    let named = arguments.config.as_deref();
    let Some(path) = named.map(PathBuf::from).or_else(place) else {
        return Ok(nothing("config.toml"));
    };
    let name = path.to_string_lossy().into_owned();
    match bytes(&path) {
        Ok(bytes) => {
            let (settings, mistakes) = file::read(bytes);
            Ok(Loaded {
                settings,
                name,
                mistakes,
            })
        }
        Err(error) if named.is_some() => Err(Failure::Config(name, error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(nothing(&name)),
        Err(error) => {
            let what = Mistake {
                line: 1,
                column: 1,
                what: format!("cannot be read: {error}"),
            };
            Ok(Loaded {
                mistakes: vec![what],
                ..nothing(&name)
            })
        }
    }
}

fn nothing(name: &str) -> Loaded {
    Loaded {
        settings: Settings::default(),
        name: name.to_owned(),
        mistakes: Vec::new(),
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(io::Error::other("it is too long"));
    }
    Ok(bytes)
}

/// The folder that a variable names, by an absolute path.
pub(super) fn folder(variable: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os(variable)?);
    folder.is_absolute().then_some(folder)
}

/// Where the file is when nobody says: an absolute `$XDG_CONFIG_HOME`, or else `.config` at home.
fn place() -> Option<PathBuf> {
    let base = folder("XDG_CONFIG_HOME").or_else(|| Some(folder("HOME")?.join(".config")));
    Some(base?.join("sidenote").join("config.toml"))
}
