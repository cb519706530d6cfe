// An Arc makes the count of a RefCell's owners safe, not the RefCell.
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let log = Arc::new(RefCell::new(String::new()));
    let other = Arc::clone(&log);
    let worker = thread::spawn(move || other.borrow_mut().push('a')); // ERROR: E0277
    log.borrow_mut().push('b');
    worker.join().unwrap();
}
