// A thread takes a reader's guard of its own.
use std::sync::RwLock;
use std::thread;

fn main() {
    let names = RwLock::new(vec!["ada", "bob"]);
    thread::scope(|s| {
        s.spawn(|| println!("{}", names.read().unwrap().len()));
    });
    names.write().unwrap().clear();
}
