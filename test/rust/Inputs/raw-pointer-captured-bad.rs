// A raw pointer to a local goes to a thread, and both write.
use std::thread;

fn main() {
    let mut number = 0;
    let pointer: *mut i32 = &mut number;
    thread::scope(|s| {
        s.spawn(move || unsafe { *pointer = 1 }); // ERROR: E0277
        unsafe { *pointer = 2 };
    });
}
