// A struct that owns memory by a raw pointer moves to a thread.
use std::thread;

struct Buffer {
    data: *mut u8,
    len: usize,
}

fn main() {
    let buffer = Buffer {
        data: Box::into_raw(Box::new(7)),
        len: 1,
    };
    let worker = thread::spawn(move || { // ERROR: E0277
        let data = unsafe { Box::from_raw(buffer.data) };
        println!("{} {}", data, buffer.len);
    });
    worker.join().unwrap();
}
