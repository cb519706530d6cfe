// Two threads share a view that is a raw pointer, and write through it.
use std::thread;

struct View {
    start: *mut i32,
    len: usize,
}

fn main() {
    let mut numbers = vec![1, 2, 3];
    let view = View {
        start: numbers.as_mut_ptr(),
        len: numbers.len(),
    };
    thread::scope(|s| {
        s.spawn(|| unsafe { *view.start = view.len as i32 }); // ERROR: E0277
        unsafe { *view.start = 0 };
    });
}
