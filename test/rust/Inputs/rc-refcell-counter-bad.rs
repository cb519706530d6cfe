// Two owners of one Rc<RefCell> count up on two threads.
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

fn main() {
    let count = Rc::new(RefCell::new(0));
    let other = count.clone();
    let worker = thread::spawn(move || *other.borrow_mut() += 1); // ERROR: E0277
    *count.borrow_mut() += 1;
    worker.join().unwrap();
    println!("{}", count.borrow());
}
