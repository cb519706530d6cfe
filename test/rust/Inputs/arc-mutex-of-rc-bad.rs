// A Mutex guards the place of an Rc, but not the count that clones of it share.
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let slot = Arc::new(Mutex::new(Rc::new(1)));
    let other = Arc::clone(&slot);
    let worker = thread::spawn(move || { // ERROR: E0277
        let mine = other.lock().unwrap().clone();
        println!("{}", mine);
    });
    let mine = slot.lock().unwrap().clone();
    println!("{}", mine);
    worker.join().unwrap();
}
