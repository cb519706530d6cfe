// A clone of an Rc moves to a thread while the original stays here.
use std::rc::Rc;
use std::thread;

fn main() {
    let here = Rc::new(5);
    let there = Rc::clone(&here);
    let worker = thread::spawn(move || println!("{}", there)); // ERROR: E0277
    println!("{}", here);
    worker.join().unwrap();
}
