//! What a real terminal is lent to, and what is kept: clipboard, browser, editor, searches, places.

use portable_pty::CommandBuilder;

use crate::terminal::Terminal;

/// A folder of its own for a test, empty.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("sidenote-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Puts a program of its own into a folder.
fn program(folder: &std::path::Path, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn words_go_to_a_program_for_the_clipboard() {
    let folder = folder("clipboard");
    program(&folder, "xclip", "cat > \"$HERE/copied\"");
    let run = |path: String| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
        command.args(["harbour.txt"]);
        command.env("TERM", "xterm-256color");
        command.env_remove("WAYLAND_DISPLAY");
        command.env_remove("SSH_CONNECTION");
        command.env_remove("SSH_TTY");
        command.env("DISPLAY", ":99");
        command.env("HERE", &folder);
        command.env("PATH", path);
        let mut terminal = Terminal::run_as_it_is(command);
        terminal.wait_for("Two towns");
        terminal.type_keys("]]}y");
        terminal
    };
    let mut terminal = run(format!("{}:/usr/bin:/bin", folder.display()));
    terminal.wait_for("through xcl"); // only what changes is drawn, so not all of it
    assert!(!terminal.log().contains("]52;"));
    let copied = std::fs::read_to_string(folder.join("copied")).unwrap();
    assert!(copied.starts_with("“I will not sign"), "{copied}");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    program(&folder, "xclip", "exit 1");
    let mut terminal = run(folder.display().to_string());
    terminal.wait_for("through the term");
    assert!(terminal.log().contains("]52;c;"));
    terminal.type_keys("q");
    assert!(terminal.end().success());
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_link_goes_to_the_browser_and_to_no_shell() {
    let folder = folder("browser");
    program(&folder, "browser", "echo \"$1\" > \"$HERE/address\"");
    let article = folder.join("a.md");
    std::fs::write(
        &article,
        "See [it](https://a.example/?b=1;touch${IFS}x`c`).\n",
    )
    .unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg(&article);
    command.env("BROWSER", folder.join("browser"));
    command.env("HERE", &folder);
    let mut terminal = Terminal::run(command);
    terminal.wait_for("See it");
    terminal.type_keys("oa");
    terminal.wait_for("Open this address?");
    terminal.type_keys("\r");
    terminal.wait_for("opened by ");
    let opened = std::fs::read_to_string(folder.join("address")).unwrap();
    assert_eq!(opened, "https://a.example/?b=1;touch${IFS}x`c`\n");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_editor_gets_terminal_and_keys_and_gives_them_back() {
    let folder = folder("editor");
    program(
        &folder,
        "vim",
        "echo \"editing at $1\"; read -r line; echo \"$line\" >> \"$2\"; read -r end",
    );
    let article = folder.join("a.md");
    std::fs::write(&article, "# Why?\n\nOld words.\n\n").unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sidenote"));
    command.arg(&article);
    command.env_remove("VISUAL");
    command.env("EDITOR", folder.join("vim"));
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Old words.");
    terminal.type_keys("}e");
    terminal.wait_for("editing at +3");
    assert!(!terminal.screen.screen().alternate_screen());
    terminal.type_keys("New qqq words.\r");
    terminal.type_keys("\r");
    terminal.wait_for("New qqq words.");
    terminal.wait_until("the screen", |it| it.screen.screen().alternate_screen());
    terminal.wait_for("Old words.");
    terminal.type_keys("i");
    terminal.wait_for("This article");
    terminal.type_keys("iq");
    assert!(terminal.end().success());
    terminal.assert_given_back();
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn searches_and_places_are_kept_from_one_session_to_the_next() {
    let folder = std::env::temp_dir().join(format!("sidenote-kept-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("off.toml"), "remember = false\n").unwrap();
    let session = |config: &str, keys: &[(&str, &str)]| {
        let mut command = CommandBuilder::new("/bin/sh");
        let run = format!(
            "XDG_STATE_HOME='{0}' '{1}' harbour.txt --config '{0}/{config}'",
            folder.display(),
            env!("CARGO_BIN_EXE_sidenote")
        );
        command.args(["-c", &run]);
        let mut terminal = Terminal::run(command);
        for (keys, expected) in keys {
            terminal.type_keys(keys);
            terminal.wait_for(expected);
        }
        terminal.type_keys("q");
        assert!(terminal.end().success());
    };
    std::fs::write(folder.join("on.toml"), "").unwrap();
    session(
        "on.toml",
        &[
            ("", "Two towns"),
            ("/silt\r", "/silt 1/1"),
            ("ma", "bookmark a"),
        ],
    );
    session(
        "off.toml",
        &[("", "Two towns"), ("/\u{1b}[A\r", "Introduction")],
    );
    session(
        "on.toml",
        &[
            ("", "where you were before"),
            ("g'a", "silts up"),
            ("g/\u{1b}[A\r", "/silt 1/1"),
            ("g--", "a column of"),
        ],
    );
    session("on.toml", &[("", "Two towns")]);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_shell_says_where_to_begin() {
    for (arguments, expected) in [
        (
            &["harbour.txt", "--find", "passengers"][..],
            "/passengers 1/2",
        ),
        (&["+/lighthouse", "harbour.txt"], "/lighthouse 1/1"),
        (&["+14", "harbour.txt"], "§3/3"),
        (&["--at", "§3 ¶2", "harbour.txt"], "§3/3 · ¶2"),
        (
            &["--at", "9999999", "harbour.txt"],
            "there is no byte 9999999",
        ),
    ] {
        let mut terminal = Terminal::open(arguments);
        terminal.wait_for(expected);
        terminal.type_keys("q");
        assert!(terminal.end().success());
    }
}
