// An atomic in a Box moves to a thread and is used here afterwards.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let count = Box::new(AtomicI32::new(0));
    let worker = thread::spawn(move || count.fetch_add(1, Ordering::Relaxed));
    count.fetch_add(1, Ordering::Relaxed); // ERROR: E0382
    worker.join().unwrap();
}
