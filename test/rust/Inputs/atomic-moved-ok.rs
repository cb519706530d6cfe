// An atomic in an Arc goes to a thread and is used here afterwards.
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::Arc;
use std::thread;

fn main() {
    let count = Arc::new(AtomicI32::new(0));
    let other = Arc::clone(&count);
    let worker = thread::spawn(move || other.fetch_add(1, Ordering::Relaxed));
    count.fetch_add(1, Ordering::Relaxed);
    worker.join().unwrap();
}
