// A scoped thread borrows an Rc and clones it, and so does its starter.
use std::rc::Rc;
use std::thread;

fn main() {
    let name = Rc::new(String::from("ada"));
    thread::scope(|s| {
        s.spawn(|| { // ERROR: E0277
            let copy = Rc::clone(&name);
            println!("{}", copy);
        });
        let copy = Rc::clone(&name);
        println!("{}", copy);
    });
}
