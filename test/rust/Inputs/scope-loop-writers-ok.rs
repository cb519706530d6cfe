// Scoped threads, started in a loop, all add to one atomic.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let total = AtomicI32::new(0);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| total.fetch_add(1, Ordering::Relaxed));
        }
    });
    println!("{}", total.load(Ordering::Relaxed));
}
