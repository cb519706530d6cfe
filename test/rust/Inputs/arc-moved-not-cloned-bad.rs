// An Arc moves to a thread and is used here afterwards.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let worker = thread::spawn(move || *total.lock().unwrap() += 1);
    worker.join().unwrap();
    println!("{}", total.lock().unwrap()); // ERROR: E0382
}
