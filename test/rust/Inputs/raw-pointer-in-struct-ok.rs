// A struct that owns memory by a Box moves to a thread.
use std::thread;

struct Buffer {
    data: Box<u8>,
    len: usize,
}

fn main() {
    let buffer = Buffer {
        data: Box::new(7),
        len: 1,
    };
    let worker = thread::spawn(move || {
        println!("{} {}", buffer.data, buffer.len);
    });
    worker.join().unwrap();
}
