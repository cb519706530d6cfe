// The first round of a loop moves the only Arc to its thread.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let mut workers = Vec::new();
    for _ in 0..3 {
        workers.push(thread::spawn(move || *total.lock().unwrap() += 1)); // ERROR: E0382
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
