//! The work on the article, apart from the keys: reading it in, finding its quotes and guarantees.

use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::watch::Watched;
use super::{Message, ShellError, panics};
use crate::app::event::Event;
use crate::app::findings::Findings;
use crate::app::kept::Kept;
use crate::app::renewal::{Reading, Renewal};
use crate::app::shelf::ReadingId;
use crate::article::section::{Outline, Outliner};
use crate::article::{Annotations, annotate_chapters};
use crate::doc::Document;
use crate::doc::feed::Feed;
use crate::doc::format::Format;
use crate::input::arrival::{Arrival, Next};
use crate::input::{self, Envelope, OpenError, Origin, Terms};
use crate::state::{Corrupt, Folder, places};

/// Text in which quotes and guarantees are looked for before all of it is there, in bytes: what comes next hardly waits for it.
const LITTLE: u32 = 256 * 1024;

/// Chapters that are told of at once at the most: taking them in must not hold up a key.
const MOST: u32 = 16;

/// What is to be read.
#[derive(Debug)]
pub(super) struct Task {
    /// Its place on the shelf.
    pub(super) index: usize,
    /// The article.
    pub(super) origin: Origin,
    /// How it is to be opened.
    pub(super) terms: Terms,
    /// Its format, when it was forced.
    pub(super) format: Option<Format>,
    /// What it was, when it is read anew.
    pub(super) before: Option<Reading>,
    /// Where something may have been kept of it.
    pub(super) state: Option<Folder>,
    /// Who is to watch its file from now on.
    pub(super) watch: Option<Sender<Watched>>,
}

/// Tells the news of one reading.
#[derive(Debug)]
pub(super) struct Reporter {
    reading: ReadingId,
    sender: Sender<Message>,
}

impl Reporter {
    pub(super) fn new(reading: ReadingId, sender: Sender<Message>) -> Self {
        Self { reading, sender }
    }

    /// Tells of something. Nobody listens any more when the program ends.
    fn send(&self, event: Event) {
        let event = Event::Of(self.reading, Box::new(event));
        _ = self.sender.send(Message::Event(event));
    }

    fn give_up(&self, error: ShellError) {
        _ = self.sender.send(Message::NotOpened(self.reading, error)); // as above
    }
}

/// Starts the work.
pub(super) fn start(task: Task, reporter: Reporter) {
    // When no thread can be started there is nothing to read with either.
    let _ = panics::contained().spawn(move || {
        if let (Some(watch), Origin::File(path)) = (&task.watch, &task.origin) {
            // Looked at before it is read: what changes meanwhile is noticed afterwards.
            _ = watch.send(Watched::new(task.index, path));
        }
        match &task.before {
            Some(before) => renew(&task, before, &reporter),
            None => work(&task, &reporter),
        }
    });
}

/// Reads the article anew, and tells at its end what has become of it.
fn renew(task: &Task, before: &Reading, reporter: &Reporter) {
    let renewed = caught(|| {
        panics::panic_when_asked("renew");
        if !task.origin.can_be_read_again()? {
            return Err(OpenError::Once(task.origin.name()));
        }
        let input = input::open(&task.origin, &task.terms)?;
        let mut feed = feed(task.format, &input.envelope, &input.text);
        feed.push(&input.text);
        Ok(
            match Renewal::of(feed.finish(), Some(input.arrived), before) {
                Some(renewal) => Event::Renewed(Box::new(renewal)),
                None => Event::Unchanged,
            },
        )
    });
    match renewed {
        Some(Ok(event)) => reporter.send(event),
        Some(Err(error)) => reporter.send(Event::NotOpened(error.to_string())),
        None => reporter.send(Event::NotOpened("an error inside sidenote".to_owned())),
    }
}

/// Reads the article, then finds what is in it. A panic costs what the step would have found.
fn work(task: &Task, reporter: &Reporter) {
    let state = task.state.as_ref();
    let mut reader = Reader {
        format: task.format,
        has_shown: false,
        kept: state.and_then(|folder| places::read(folder, &task.origin)),
        outliner: Outliner::default(),
        reporter,
    };
    match caught(|| reader.read(&task.origin, &task.terms)) {
        Some(Ok((document, outline))) => find(&document, &outline, reporter),
        Some(Err(error)) => reporter.give_up(error.into()),
        None if reader.has_shown => {
            reporter.send(notice("an error inside sidenote: the article ends here"));
        }
        None => reporter.give_up(ShellError::Unread),
    }
}

/// Finds the quotes and guarantees of a document, and tells what there is soon and then now and again.
fn find(document: &Document, outline: &Outline, reporter: &Reporter) {
    let found = caught(|| {
        panics::panic_when_asked("annotate");
        let tell = |annotations, is_more, is_last| {
            let is_complete = is_last && document.is_whole();
            let findings = Box::new(Findings::new(annotations, outline, is_complete));
            reporter.send(Event::Annotated { findings, is_more });
        };
        let mut annotations = Annotations::default();
        let mut chapters = annotate_chapters(document, outline);
        let mut count = 0_u32;
        let mut is_more = false;
        while let Some(chapter) = chapters.next() {
            annotations.append(chapter);
            count += 1;
            let is_last = chapters.len() == 0;
            if is_last || count.is_power_of_two() || count.is_multiple_of(MOST) {
                tell(mem::take(&mut annotations), is_more, is_last);
                is_more = true;
            }
        }
    });
    if found.is_none() {
        reporter.send(notice("an error inside sidenote: quotes may be missing"));
    }
}

fn notice(words: &str) -> Event {
    Event::Notice(words.to_owned())
}

fn caught<T>(step: impl FnOnce() -> T) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(step)).ok()
}

/// Reads an article and shows it on the way.
struct Reader<'a> {
    format: Option<Format>,
    has_shown: bool,
    /// What was kept of it in an earlier session.
    kept: Option<Result<Kept, Corrupt>>,
    outliner: Outliner,
    reporter: &'a Reporter,
}

impl Reader<'_> {
    fn read(
        &mut self,
        origin: &Origin,
        terms: &Terms,
    ) -> Result<(Arc<Document>, Arc<Outline>), OpenError> {
        panics::panic_when_asked("read");
        let arrival = Arrival::open(origin, terms)?;
        let envelope = arrival.envelope().clone();
        let coming = arrival.ahead(panics::contained());
        let mut reading = None;
        let last = loop {
            let next = match coming.recv().expect("an article comes to its end") {
                Err(error) if self.has_shown => break Event::Notice(error.to_string()),
                next => next?,
            };
            let text = match &next {
                Next::Bytes(bytes) => {
                    self.reporter.send(Event::Fetched(*bytes));
                    continue;
                }
                Next::Text(text) if text.is_empty() => continue,
                Next::Text(text) | Next::Pause(text) | Next::End(text, _) => text,
            };
            let feed = reading.get_or_insert_with(|| feed(self.format, &envelope, text));
            let has_more = feed.push(text);
            match next {
                Next::End(_, arrived) => break Event::Arrived(arrived),
                Next::Bytes(_) => {}
                Next::Text(_) if has_more => _ = self.show(feed.document()),
                Next::Text(_) if self.has_shown || feed.is_patient() => {}
                Next::Text(_) => _ = self.show(feed.preview()),
                Next::Pause(_) => {
                    let (document, outline) = self.show(feed.preview());
                    if document.bytes() <= LITTLE {
                        find(&document, &outline, self.reporter);
                    }
                }
            }
        };
        let shown = self.show(reading.map(Feed::finish).unwrap_or_default());
        self.reporter.send(last);
        if let Some(told) = shown.0.notice() {
            self.reporter.send(Event::Notice(told.to_owned()));
        }
        Ok(shown)
    }

    fn remember(&self, kept: Result<Kept, Corrupt>) {
        let told = kept.as_ref().err().map(ToString::to_string);
        self.reporter.send(Event::Kept(kept.unwrap_or_default()));
        if let Some(told) = told {
            let told = format!("what was kept of this article {told}");
            self.reporter.send(Event::Notice(told));
        }
    }

    /// Tells of what there is, and of its sections: a key must not wait for those either.
    fn show(&mut self, document: Document) -> (Arc<Document>, Arc<Outline>) {
        self.has_shown = true;
        if let Some(kept) = self.kept.take() {
            self.remember(kept);
        }
        let outline = Arc::new(self.outliner.extend(&document).clone());
        let document = Arc::new(document);
        self.reporter.send(Event::Read {
            document: Arc::clone(&document),
            outline: Arc::clone(&outline),
        });
        (document, outline)
    }
}

/// The feed for a text that begins with `text`.
fn feed(format: Option<Format>, envelope: &Envelope, text: &str) -> Feed {
    let format = format.unwrap_or_else(|| Format::of(envelope.path(), text));
    Feed::new(format).from_address(envelope.address.clone())
}
