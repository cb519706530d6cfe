// A cache in a RefCell is filled under a lock for readers.
use std::cell::RefCell;
use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let cache = Arc::new(RwLock::new(RefCell::new(vec![1])));
    let other = Arc::clone(&cache);
    let worker = thread::spawn(move || other.read().unwrap().borrow_mut().push(2)); // ERROR: E0277
    println!("{}", cache.read().unwrap().borrow().len());
    worker.join().unwrap();
}
