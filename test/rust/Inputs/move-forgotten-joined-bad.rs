// A thread borrows a local, and is joined before that dies.
use std::thread;

fn main() {
    let list = vec![1, 2, 3];
    let worker = thread::spawn(|| println!("{}", list.len())); // ERROR: E0373
    worker.join().unwrap();
}
