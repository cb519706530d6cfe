// A Cell in an RwLock is set by two readers.
use std::cell::Cell;
use std::sync::RwLock;
use std::thread;

fn main() {
    let number = RwLock::new(Cell::new(0));
    thread::scope(|s| {
        s.spawn(|| number.read().unwrap().set(1)); // ERROR: E0277
        number.read().unwrap().set(2);
    });
}
