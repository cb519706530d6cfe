// A Mutex in an Arc.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let log = Arc::new(Mutex::new(String::new()));
    let other = Arc::clone(&log);
    let worker = thread::spawn(move || other.lock().unwrap().push('a'));
    log.lock().unwrap().push('b');
    worker.join().unwrap();
}
