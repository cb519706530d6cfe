// A reference to an atomic local goes to a scoped thread, and both write.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let number = AtomicI32::new(0);
    let pointer = &number;
    thread::scope(|s| {
        s.spawn(move || pointer.store(1, Ordering::Relaxed));
        pointer.store(2, Ordering::Relaxed);
    });
}
