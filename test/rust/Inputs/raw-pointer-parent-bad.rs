// A leaf that points to its parent goes to a thread, and the parent stays here.
use std::thread;

struct Node {
    value: i32,
    parent: *mut Node,
}

fn main() {
    let mut nodes = vec![Node {
        value: 1,
        parent: std::ptr::null_mut(),
    }];
    let root: *mut Node = &mut nodes[0];
    let leaf = Node {
        value: 2,
        parent: root,
    };
    let worker = thread::spawn(move || unsafe { // ERROR: E0277
        (*leaf.parent).value += leaf.value;
    });
    nodes[0].value += 1;
    worker.join().unwrap();
}
