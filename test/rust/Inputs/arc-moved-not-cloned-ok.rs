// A clone of an Arc moves to a thread, and the original is used here.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let other = Arc::clone(&total);
    let worker = thread::spawn(move || *other.lock().unwrap() += 1);
    worker.join().unwrap();
    println!("{}", total.lock().unwrap());
}
