// Threads with a chunk each all add to one atomic.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let data = vec![1; 8];
    let total = AtomicI32::new(0);
    thread::scope(|s| {
        for chunk in data.chunks(4) {
            s.spawn(|| total.fetch_add(chunk.iter().sum::<i32>(), Ordering::Relaxed));
        }
    });
    println!("{}", total.load(Ordering::Relaxed));
}
