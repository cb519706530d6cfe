// A tree that counts its visits in Cells is walked by two threads.
use std::cell::Cell;
use std::thread;

struct Tree {
    visits: Cell<u32>,
    left: Option<Box<Tree>>,
}

fn walk(tree: &Tree) {
    tree.visits.set(tree.visits.get() + 1);
    if let Some(left) = &tree.left {
        walk(left);
    }
}

fn main() {
    let leaf = Tree {
        visits: Cell::new(0),
        left: None,
    };
    let tree = Tree {
        visits: Cell::new(0),
        left: Some(Box::new(leaf)),
    };
    thread::scope(|s| {
        s.spawn(|| walk(&tree)); // ERROR: E0277
        walk(&tree);
    });
}
