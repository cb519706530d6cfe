// A scoped thread borrows an Arc and clones it, and so does its starter.
use std::sync::Arc;
use std::thread;

fn main() {
    let name = Arc::new(String::from("ada"));
    thread::scope(|s| {
        s.spawn(|| {
            let copy = Arc::clone(&name);
            println!("{}", copy);
        });
        let copy = Arc::clone(&name);
        println!("{}", copy);
    });
}
