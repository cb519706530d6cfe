// A thread writes under a lock for writers.
use std::sync::RwLock;
use std::thread;

fn main() {
    let number = RwLock::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            let mut guard = number.write().unwrap();
            *guard += 1;
        });
        println!("{}", number.read().unwrap());
    });
}
