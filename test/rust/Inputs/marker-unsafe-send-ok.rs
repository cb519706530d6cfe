// A buffer with a raw pointer moves to a thread; its author says it may.
use std::thread;

struct Buffer {
    data: *mut i32,
}

// Nobody else has the pointer.
unsafe impl Send for Buffer {}

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
    let worker = thread::spawn(move || buffer.show());
    worker.join().unwrap();
}
