// A thread copies a parameter of the function that returns its handle.
use std::thread::{self, JoinHandle};

fn count_to(limit: i32) -> JoinHandle<()> {
    thread::spawn(move || {
        for i in 0..limit {
            println!("{}", i);
        }
    })
}

fn main() {
    let worker = count_to(3);
    worker.join().unwrap();
}
