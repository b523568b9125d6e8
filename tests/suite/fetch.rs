//! Pages that are fetched: from servers on this computer that behave as servers do, and from some that do not.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use sidenote::input::fetch::{Limits, Proxies, Web};
use sidenote::input::picture::{PictureError, PictureOrigin};
use sidenote::input::{self, Input, Origin, Terms};

/// What a server does with a request: the first line of it, and the way back.
pub(crate) type Answer = fn(&str, &mut TcpStream) -> std::io::Result<()>;

/// A server that answers every connection in a thread of its own, as long as the tests run. Returns its port.
pub(crate) fn serve(answer: Answer) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            // The program may hang up at any time: that is its right.
            thread::spawn(move || {
                let request = head(&mut stream)?;
                answer(&request, &mut stream)
            });
        }
    });
    port
}

/// Reads a request; returns its first line. What is encrypted is not read.
fn head(stream: &mut TcpStream) -> std::io::Result<String> {
    const HANDSHAKE: u8 = 0x16;
    let mut byte = [0];
    if stream.peek(&mut byte)? == 1 && byte == [HANDSHAKE] {
        return Ok(String::new());
    }
    let mut lines = BufReader::new(stream);
    let (mut first, mut line) = (String::new(), String::new());
    lines.read_line(&mut first)?;
    while lines.read_line(&mut line)? > 2 {
        line.clear();
    }
    Ok(first)
}

/// An answer that is all right.
pub(crate) fn page(stream: &mut TcpStream, headers: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n{headers}\r\n\r\n"
    )?;
    stream.write_all(body)
}

fn lead(stream: &mut TcpStream, to: &str) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"
    )
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// Patience for servers that answer.
const PATIENT: Limits = Limits {
    bytes: 1 << 20,
    silence: Duration::from_secs(20),
    time: Duration::from_mins(1),
};

/// Patience for one that lets us wait.
const IMPATIENT: Limits = Limits {
    silence: Duration::from_millis(100),
    time: Duration::from_millis(400),
    ..PATIENT
};

fn open(address: &str, web: Web) -> Result<Input, String> {
    let terms = Terms {
        web,
        ..Terms::default()
    };
    input::open(&Origin::of(address.as_ref()), &terms).map_err(|error| error.to_string())
}

fn fetch(address: &str, limits: Limits) -> Result<Input, String> {
    let proxies = Proxies::default();
    open(address, Web { limits, proxies })
}

/// What comes of `path` on a server.
fn ask(answer: Answer, path: &str, limits: Limits) -> Result<Input, String> {
    fetch(&format!("http://127.0.0.1:{}{path}", serve(answer)), limits)
}

#[track_caller]
fn fails(answer: Answer, message: &str) {
    fails_within(answer, PATIENT, message);
}

#[track_caller]
fn fails_within(answer: Answer, limits: Limits, message: &str) {
    let start = Instant::now();
    assert_eq!(
        ask(answer, "/", limits).map(|it| it.text).unwrap_err(),
        message
    );
    assert!(start.elapsed() < limits.time + Duration::from_secs(5));
}

#[test]
fn a_page_comes_with_its_address_its_format_and_its_charset() {
    let answer: Answer = |request, stream| {
        if request.starts_with("GET /old ") {
            lead(stream, "new?a#b")
        } else {
            assert_eq!(request, "GET /new?a HTTP/1.1\r\n");
            page(
                stream,
                "Content-Type: text/markdown; charset=koi8-r\r\nSet-Cookie: a=b",
                b"# \xf0\xc1\xd2\xcf\xcd",
            )
        }
    };
    let input = ask(answer, "/old", PATIENT).unwrap();
    assert_eq!(input.text, "# Паром");
    assert_eq!(
        input.arrived.encoding.to_string(),
        "KOI8-R, told by the server"
    );
    assert_eq!(input.envelope.path().unwrap().extension().unwrap(), "md");
    assert!(input.envelope.address.unwrap().ends_with("/new?a"));
}

#[test]
fn a_page_declares_its_own_charset() {
    let answer: Answer = |_, stream| {
        page(
            stream,
            "Content-Type: text/html",
            b"<meta charset=koi8-r><p>\xf0\xc1\xd2\xcf\xcd",
        )
    };
    let input = ask(answer, "/", PATIENT).unwrap();
    assert!(input.text.ends_with("Паром"), "{}", input.text);
    assert_eq!(
        input.arrived.encoding.to_string(),
        "KOI8-R, told by the page"
    );
}

#[test]
fn packed_pages_are_unpacked() {
    let answer: Answer = |_, stream| {
        page(
            stream,
            "Content-Encoding: gzip\r\nContent-Type: text/plain",
            &packed(b"Words."),
        )
    };
    assert_eq!(ask(answer, "/", PATIENT).unwrap().text, "Words.");
}

#[test]
fn pages_that_are_packed_otherwise_are_refused_in_words() {
    let message = |coding| {
        format!(
            "127.0.0.1 packs the page in a way that is not read ({coding}): open it in a browser, save it and name the file"
        )
    };
    fails(
        |_, stream| page(stream, "Content-Encoding: deflate", b"x\x9c\x0b"),
        &message("deflate"),
    );
    fails(
        |_, stream| page(stream, "Content-Encoding: gzip, gzip", b"?"),
        &message("gzip, gzip"),
    );
    let plain: Answer = |_, stream| page(stream, "Content-Encoding: identity", b"Words.");
    assert_eq!(ask(plain, "/", PATIENT).unwrap().text, "Words.");
}

#[test]
fn pages_in_chunks_and_pages_without_an_end_are_read() {
    let chunks: Answer = |_, stream| {
        stream.write_all(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nWor\r\n3\r\nds.\r\n0\r\n\r\n",
        )
    };
    assert_eq!(ask(chunks, "/", PATIENT).unwrap().text, "Words.");
    let to_the_end: Answer = |_, stream| stream.write_all(b"HTTP/1.0 200 OK\r\n\r\nWords.");
    assert_eq!(ask(to_the_end, "/", PATIENT).unwrap().text, "Words.");
}

#[test]
fn servers_without_a_page_are_told_apart() {
    fails(
        |_, stream| stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        "127.0.0.1 has no such page (404): check the address",
    );
    fails(
        |_, stream| stream.write_all(b"HTTP/1.1 500 Oh\r\nContent-Length: 3\r\n\r\nno!"),
        "127.0.0.1 is out of order (500): try again later",
    );
    fails(
        |_, stream| stream.write_all(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"),
        "127.0.0.1 does not show us this page (403): open it in a browser, save it and name the file",
    );
    fails(
        |_, stream| page(stream, "Content-Type: application/pdf", b"%PDF-1.7"),
        "not an article: 127.0.0.1 sends application/pdf; download it, and convert it to text or Markdown",
    );
}

#[test]
fn what_is_no_page_is_told_apart() {
    fails(
        |_, _| Ok(()),
        "127.0.0.1 ended the connection without an answer: try again later",
    );
    fails(
        |_, stream| stream.write_all(b"220 mail.example ready\r\n\r\n"),
        "127.0.0.1 answers something that is no web page: check the address",
    );
    fails(
        |_, stream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
            (0..100_000).try_for_each(|it| write!(stream, "X-{it}: y\r\n"))
        },
        "127.0.0.1 answers something that is no web page: check the address",
    );
}

#[test]
fn nobody_answers() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    assert_eq!(
        fetch(&format!("http://127.0.0.1:{port}/"), PATIENT).unwrap_err(),
        "127.0.0.1 refuses the connection: check the address, or try again later"
    );
    assert_eq!(
        fetch("https://no-such-host.invalid/", PATIENT).unwrap_err(),
        "cannot find no-such-host.invalid: check the name, and whether this computer is online"
    );
    assert_eq!(
        fetch("http://[", PATIENT).unwrap_err(),
        "http://[ is no address (invalid IPv6 address): one looks like https://example.org/article"
    );
}

#[test]
fn a_server_without_encryption_is_told_apart() {
    let port = serve(|_, stream| stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n"));
    assert_eq!(
        fetch(&format!("https://127.0.0.1:{port}/"), PATIENT).unwrap_err(),
        "no safe connection to 127.0.0.1: it does not speak TLS there; try http:// if you trust the network"
    );
}

#[test]
fn nobody_waits_for_ever() {
    fails_within(
        |_, _| {
            thread::sleep(Duration::from_secs(2));
            Ok(())
        },
        IMPATIENT,
        "nothing has come from 127.0.0.1 for 100ms: try again later",
    );
    fails_within(
        |_, stream| {
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nA")?;
            thread::sleep(Duration::from_secs(2));
            Ok(())
        },
        IMPATIENT,
        "nothing has come from 127.0.0.1 for 100ms: try again later",
    );
    fails_within(
        |_, stream| {
            write!(stream, "HTTP/1.1 200 OK\r\n\r\n")?;
            (0..200).try_for_each(|_| {
                thread::sleep(Duration::from_millis(10));
                stream.write_all(b"a")
            })
        },
        IMPATIENT,
        "127.0.0.1 takes longer than 400ms: try again later",
    );
}

#[test]
fn what_is_cut_off_is_no_article() {
    fails(
        |_, stream| write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nA"),
        "127.0.0.1 broke off in the middle of the page: try again",
    );
    fails(
        |_, stream| {
            let bytes = packed(&(0..=255).cycle().take(10_000).collect::<Vec<u8>>());
            let (half, _) = bytes.split_at(bytes.len() / 2);
            page(stream, "Content-Encoding: gzip", half)
        },
        "127.0.0.1 broke off in the middle of the page: try again",
    );
}

#[test]
fn too_much_is_refused_on_the_way() {
    let message = "127.0.0.1 sends more than 1 MiB, which is no article: if it is one, download it and name the file";
    fails(
        |_, stream| {
            write!(stream, "HTTP/1.1 200 OK\r\n\r\n")?;
            (0..10_000).try_for_each(|_| stream.write_all(&[b'a'; 4096]))
        },
        message,
    );
    fails(
        |_, stream| {
            page(
                stream,
                "Content-Encoding: gzip",
                &packed(&vec![b'a'; 50 << 20]),
            )
        },
        message,
    );
}

#[test]
fn pages_lead_in_circles_and_out_of_the_web() {
    fails(
        |_, stream| lead(stream, "/"),
        "127.0.0.1 leads in a circle: check the address",
    );
    fails(
        |_, stream| lead(stream, "file:///etc/hostname"),
        "127.0.0.1 leads to file:///etc/hostname, which is not followed: no page may open what only this computer can reach",
    );
}

/// A proxy through which every name leads to a page that leads to this computer: the only way to be on the web without leaving it.
#[test]
fn a_page_of_the_web_does_not_lead_to_this_computer() {
    let port = serve(|request, stream| {
        assert_eq!(request, "CONNECT harbour.example:80 HTTP/1.1\r\n");
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
        head(stream)?;
        lead(stream, "http://127.0.0.1:1/")
    });
    let web = Web {
        limits: PATIENT,
        proxies: Proxies {
            http: Some(format!("http://127.0.0.1:{port}")),
            ..Proxies::default()
        },
    };
    assert_eq!(
        open("http://harbour.example/", web).unwrap_err(),
        "harbour.example leads to http://127.0.0.1:1/, which is not followed: no page may open what only this computer can reach"
    );
}

#[test]
fn a_proxy_that_does_not_work_is_named() {
    for (proxy, reason) in [
        ("http://127.0.0.1:1", "it refuses the connection"),
        ("socks5h://127.0.0.1:1", "it refuses the connection"),
        ("http://proxy.invalid", "it cannot be found"),
        ("no proxy", "its address cannot be read"),
    ] {
        let web = Web {
            limits: PATIENT,
            proxies: Proxies {
                all: Some(proxy.to_owned()),
                ..Proxies::default()
            },
        };
        assert_eq!(
            open("https://harbour.example/", web).unwrap_err(),
            format!(
                "the proxy does not lead to harbour.example ({reason}): check the variables that name it, such as HTTPS_PROXY"
            )
        );
    }
}

/// Runs the program without what the environment says of proxies.
fn sidenote(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sidenote"));
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        command.env_remove(name).env_remove(name.to_uppercase());
    }
    command
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn the_command_line_takes_addresses() {
    let port = serve(|request, stream| match request {
        "GET /a HTTP/1.1\r\n" => lead(stream, "/b"),
        "GET /b HTTP/1.1\r\n" => page(
            stream,
            "Content-Type: text/markdown",
            b"# Ferries\n\nWords.\n",
        ),
        _ => stream.write_all(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"),
    });
    let address = |path: &str| format!("http://127.0.0.1:{port}{path}");
    let output = sidenote(&[&address("/b")]);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "Ferries\n\nWords.\n"
    );
    let output = sidenote(&["extract", &address("/a")]);
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record["url"], address("/b"));
    assert_eq!(record["source"]["path"], address("/a"));
    assert_eq!(record["source"]["encoding"], "UTF-8");
    let output = sidenote(&["quotes", &address("/c")]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "sidenote: 127.0.0.1 has no such page (404): check the address\n"
    );
}

/// What comes of a picture on a server, which an article at the address `from` names.
fn picture(address: String, from: Option<&str>, limits: Limits) -> Result<Vec<u8>, String> {
    let from = from.map(ToOwned::to_owned);
    let origin = PictureOrigin::Web { address, from };
    let proxies = Proxies::default();
    let read = origin.read(&Web { limits, proxies }, &|| true);
    read.map_err(|error| error.to_string())
}

#[test]
fn a_page_may_name_pictures_where_it_is_and_where_everybody_can_reach_them() {
    let answer: Answer = |request, stream| match request {
        "GET /a.png HTTP/1.1\r\n" => page(stream, "Content-Type: image/png", b"pixels"),
        "GET /long.png HTTP/1.1\r\n" => page(stream, "", &vec![0; 2 << 20]),
        "GET /led.png HTTP/1.1\r\n" => lead(stream, "/a.png"),
        "GET /away.png HTTP/1.1\r\n" => lead(stream, "http://127.0.0.2:1/a.png"),
        _ => write!(
            stream,
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        ),
    };
    let server = format!("http://127.0.0.1:{}", serve(answer));
    let at = |path: &str| format!("{server}{path}");
    let article = at("/article");
    let ask = |path: &str, from: Option<&str>| picture(at(path), from, PATIENT);
    assert_eq!(ask("/a.png", Some(&article)), Ok(b"pixels".to_vec()));
    assert_eq!(ask("/led.png", Some(&article)), Ok(b"pixels".to_vec()));
    for from in [
        None,
        Some("http://a.example/b"),
        Some("https://a.example/b"),
    ] {
        let error = ask("/a.png", from).unwrap_err();
        assert!(error.contains(" leads "), "{error}");
    }
    let error = ask("/away.png", Some(&article)).unwrap_err();
    assert!(error.contains("leads to http://127.0.0.2:1/"), "{error}");
    let error = ask("/none.png", Some(&article)).unwrap_err();
    assert!(error.starts_with("127.0.0.1 "), "{error}");
    let error = ask("/long.png", Some(&article)).unwrap_err();
    assert!(error.contains("sends more than 1 MiB"), "{error}");
}

#[test]
fn a_picture_that_nobody_wants_any_more_is_broken_off() {
    let answer: Answer = |_, stream| {
        write!(stream, "HTTP/1.1 200 OK\r\n\r\n")?;
        loop {
            stream.write_all(&[0; 1024])?;
        }
    };
    let address = format!("http://127.0.0.1:{}/", serve(answer));
    let origin = PictureOrigin::Web {
        from: Some(address.clone()),
        address,
    };
    let web = Web {
        limits: PATIENT,
        proxies: Proxies::default(),
    };
    let read = origin.read(&web, &|| false);
    assert!(matches!(read, Err(PictureError::Unwanted)), "{read:?}");
}
