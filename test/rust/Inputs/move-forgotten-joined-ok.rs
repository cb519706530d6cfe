// A thread takes a local along.
use std::thread;

fn main() {
    let list = vec![1, 2, 3];
    let worker = thread::spawn(move || println!("{}", list.len()));
    worker.join().unwrap();
}
