// A Mutex guards the place of an Arc.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let slot = Arc::new(Mutex::new(Arc::new(1)));
    let other = Arc::clone(&slot);
    let worker = thread::spawn(move || {
        let mine = other.lock().unwrap().clone();
        println!("{}", mine);
    });
    let mine = slot.lock().unwrap().clone();
    println!("{}", mine);
    worker.join().unwrap();
}
