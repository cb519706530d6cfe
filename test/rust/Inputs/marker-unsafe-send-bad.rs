// A buffer with a raw pointer moves to a thread; nobody says that it may.
use std::thread;

struct Buffer {
    data: *mut i32,
}

impl Buffer {
    fn show(&self) {
        println!("{}", unsafe { *self.data });
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        drop(unsafe { Box::from_raw(self.data) });
    }
}

fn main() {
    let buffer = Buffer {
        data: Box::into_raw(Box::new(7)),
    };
    let worker = thread::spawn(move || buffer.show()); // ERROR: E0277
    worker.join().unwrap();
}
