// Two lists share a tail by Arc, and one of them goes to a thread.
use std::sync::Arc;
use std::thread;

struct Node {
    value: i32,
    next: Option<Arc<Node>>,
}

fn main() {
    let tail = Arc::new(Node {
        value: 3,
        next: None,
    });
    let first = Node {
        value: 1,
        next: Some(tail.clone()),
    };
    let second = Node {
        value: 2,
        next: Some(tail),
    };
    let worker = thread::spawn(move || {
        let next = first.next.clone();
        println!("{} {}", first.value, next.unwrap().value);
    });
    let next = second.next.clone().unwrap();
    println!("{} {} {}", second.value, next.value, next.next.is_none());
    worker.join().unwrap();
}
