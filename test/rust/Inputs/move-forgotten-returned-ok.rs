// A thread takes along a local of the function that returns its handle.
use std::thread::{self, JoinHandle};

fn start() -> JoinHandle<()> {
    let list = vec![1, 2, 3];
    thread::spawn(move || println!("{}", list.len()))
}

fn main() {
    let worker = start();
    worker.join().unwrap();
}
