// A tree whose children are Arc goes to a thread; a clone stays.
use std::sync::Arc;
use std::thread;

#[derive(Clone)]
struct Tree {
    value: i32,
    children: Vec<Arc<Tree>>,
}

fn sum(tree: &Tree) -> i32 {
    let children = tree.children.clone();
    tree.value + children.iter().map(|child| sum(child)).sum::<i32>()
}

fn main() {
    let leaf = Arc::new(Tree {
        value: 1,
        children: vec![],
    });
    let tree = Tree {
        value: 2,
        children: vec![leaf],
    };
    let copy = tree.clone();
    let worker = thread::spawn(move || println!("{}", sum(&copy)));
    println!("{}", sum(&tree));
    worker.join().unwrap();
}
