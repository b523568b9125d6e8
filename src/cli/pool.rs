//! Work on many things at once, whose results come in order.
//!
//! Three parties: a thread that fetches the things, one after the other; as many threads as there are cores, which work on them;
//! and the caller, who takes the results. Each thing has a place of its own that its result is put into, and the places wait in
//! a queue of fixed length:
//!
//! ```text
//!            ┌── jobs ──▶ workers ──┐
//! things ────┤                      ▼
//!            └── places, in order ──▶ caller
//! ```
//!
//! So a result is taken as soon as those before it are, and little is held at once however many things there are.

use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Places for each core: what is small goes on while something large holds up the results.
const PLACES: usize = 4;

/// Calls `take` with what `work` makes of each of `things`, in their order, until it fails.
///
/// Threads that are still at work then are left to themselves: they end with the program.
///
/// # Panics
///
/// Where `work` does.
pub(super) fn in_order<T, R, E>(
    things: impl Iterator<Item = T> + Send + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (places, results) = mpsc::sync_channel(PLACES * cores);
    let (jobs, queue) = mpsc::channel::<(T, SyncSender<R>)>();
    let (queue, work) = (Arc::new(Mutex::new(queue)), Arc::new(work));
    for _ in 0..cores {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        thread::spawn(move || {
            while let Some((thing, place)) = next(&queue) {
                let _ = place.send(work(thing)); // nobody takes it any more when `take` has failed
            }
        });
    }
    thread::spawn(move || {
        for thing in things {
            let (place, result) = mpsc::sync_channel(1);
            if places.send(result).is_err() || jobs.send((thing, place)).is_err() {
                return;
            }
        }
    });
    results.into_iter().try_for_each(|result: Receiver<R>| {
        take(result.recv().expect("whoever works on it has not panicked"))
    })
}

/// The next job; `None` when there will be none.
fn next<J>(queue: &Mutex<Receiver<J>>) -> Option<J> {
    queue
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .recv()
        .ok()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_order_and_few_things_are_held() {
        let fetched = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&fetched);
        let things = (0..500).inspect(move |_| _ = counter.fetch_add(1, Ordering::SeqCst));
        // Every seventh takes far longer than the others.
        let work = |thing: usize| {
            let rounds = if thing.is_multiple_of(7) { 200_000 } else { 1 };
            (thing, (0..rounds).fold(thing, |sum, x| sum ^ x))
        };
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let mut taken = 0;
        let result = in_order(things, work, |(thing, _)| {
            assert_eq!(thing, taken);
            taken += 1;
            let held = fetched.load(Ordering::SeqCst) - taken;
            assert!(held <= PLACES * cores + 1, "{held} at {taken}");
            Ok::<_, Infallible>(())
        });
        assert_eq!((result, taken), (Ok(()), 500));
    }

    #[test]
    fn a_failure_ends_it() {
        let result = in_order(
            0..,
            |thing| thing,
            |thing| if thing < 9 { Ok(()) } else { Err(thing) },
        );
        assert_eq!(result, Err(9));
    }
}
