// A tree in which children have the numbers of their parents moves to a thread.
use std::thread;

struct Node {
    value: i32,
    parent: Option<usize>,
}

fn main() {
    let mut nodes = vec![Node {
        value: 1,
        parent: None,
    }];
    nodes.push(Node {
        value: 2,
        parent: Some(0),
    });
    let worker = thread::spawn(move || {
        let parent = nodes[1].parent.unwrap();
        nodes[parent].value += nodes[1].value;
    });
    worker.join().unwrap();
}
