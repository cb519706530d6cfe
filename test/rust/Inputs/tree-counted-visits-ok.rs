// A tree that counts its visits in atomics is walked by two threads.
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Tree {
    visits: AtomicU32,
    left: Option<Box<Tree>>,
}

fn walk(tree: &Tree) {
    tree.visits.fetch_add(1, Ordering::Relaxed);
    if let Some(left) = &tree.left {
        walk(left);
    }
}

fn main() {
    let leaf = Tree {
        visits: AtomicU32::new(0),
        left: None,
    };
    let tree = Tree {
        visits: AtomicU32::new(0),
        left: Some(Box::new(leaf)),
    };
    thread::scope(|s| {
        s.spawn(|| walk(&tree));
        walk(&tree);
    });
}
