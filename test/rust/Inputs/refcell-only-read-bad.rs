// Both threads only read a RefCell: to borrow it is to count.
use std::cell::RefCell;
use std::thread;

fn main() {
    let list = RefCell::new(vec![1, 2, 3]);
    thread::scope(|s| {
        s.spawn(|| println!("{}", list.borrow().len())); // ERROR: E0277
        println!("{}", list.borrow().len());
    });
}
