// Every round of a loop moves a clone of its own to its thread.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let mut workers = Vec::new();
    for _ in 0..3 {
        let total = Arc::clone(&total);
        workers.push(thread::spawn(move || *total.lock().unwrap() += 1));
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
