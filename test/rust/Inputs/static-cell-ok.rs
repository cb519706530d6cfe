// An atomic is static.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

static COUNT: AtomicI32 = AtomicI32::new(0);

fn main() {
    let worker = thread::spawn(|| {
        COUNT.fetch_add(1, Ordering::Relaxed);
    });
    COUNT.fetch_add(1, Ordering::Relaxed);
    worker.join().unwrap();
}
