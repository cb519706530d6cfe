// The guard of a reader moves to a thread.
use std::sync::RwLock;
use std::thread;

fn main() {
    let names = RwLock::new(vec!["ada", "bob"]);
    thread::scope(|s| {
        let guard = names.read().unwrap();
        s.spawn(move || println!("{}", guard.len())); // ERROR: E0277
    });
    names.write().unwrap().clear();
}
