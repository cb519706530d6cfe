// A list whose nodes point to the next by raw pointers moves to a thread.
use std::thread;

struct Node {
    value: i32,
    next: *mut Node,
}

fn main() {
    let last = Box::into_raw(Box::new(Node {
        value: 2,
        next: std::ptr::null_mut(),
    }));
    let first = Box::new(Node {
        value: 1,
        next: last,
    });
    let worker = thread::spawn(move || { // ERROR: E0277
        println!("{} {}", first.value, unsafe { (*first.next).value });
        drop(unsafe { Box::from_raw(first.next) });
    });
    worker.join().unwrap();
}
