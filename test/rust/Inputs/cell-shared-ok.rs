// Two scoped threads share an atomic.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let count = AtomicI32::new(0);
    thread::scope(|s| {
        s.spawn(|| count.fetch_add(1, Ordering::SeqCst));
        count.fetch_add(1, Ordering::SeqCst);
    });
    println!("{}", count.load(Ordering::SeqCst));
}
