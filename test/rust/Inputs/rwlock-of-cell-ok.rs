// A number in an RwLock is set by two writers.
use std::sync::RwLock;
use std::thread;

fn main() {
    let number = RwLock::new(0);
    thread::scope(|s| {
        s.spawn(|| *number.write().unwrap() = 1);
        *number.write().unwrap() = 2;
    });
}
