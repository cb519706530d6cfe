// A clone of an Arc moves to a thread while the original stays here.
use std::sync::Arc;
use std::thread;

fn main() {
    let here = Arc::new(5);
    let there = Arc::clone(&here);
    let worker = thread::spawn(move || println!("{}", there));
    println!("{}", here);
    worker.join().unwrap();
}
