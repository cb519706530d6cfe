// A list whose nodes own the next moves to a thread.
use std::thread;

struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

fn main() {
    let last = Box::new(Node {
        value: 2,
        next: None,
    });
    let first = Box::new(Node {
        value: 1,
        next: Some(last),
    });
    let worker = thread::spawn(move || {
        println!("{} {}", first.value, first.next.as_ref().unwrap().value);
    });
    worker.join().unwrap();
}
