// A tree whose children are Rc goes to a thread; a clone stays.
use std::rc::Rc;
use std::thread;

#[derive(Clone)]
struct Tree {
    value: i32,
    children: Vec<Rc<Tree>>,
}

fn sum(tree: &Tree) -> i32 {
    let children = tree.children.clone();
    tree.value + children.iter().map(|child| sum(child)).sum::<i32>()
}

fn main() {
    let leaf = Rc::new(Tree {
        value: 1,
        children: vec![],
    });
    let tree = Tree {
        value: 2,
        children: vec![leaf],
    };
    let copy = tree.clone();
    let worker = thread::spawn(move || println!("{}", sum(&copy))); // ERROR: E0277
    println!("{}", sum(&tree));
    worker.join().unwrap();
}
