// A thread writes under a lock for readers.
use std::sync::RwLock;
use std::thread;

fn main() {
    let number = RwLock::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            let guard = number.read().unwrap();
            *guard += 1; // ERROR: E0594
        });
        println!("{}", number.read().unwrap());
    });
}
