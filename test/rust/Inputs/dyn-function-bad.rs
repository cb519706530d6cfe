// A function of any kind goes to a thread; this one has an Rc in it.
use std::rc::Rc;
use std::thread;

fn main() {
    let count = Rc::new(3);
    let copy = Rc::clone(&count);
    let show: Box<dyn Fn()> = Box::new(move || println!("{}", copy));
    let worker = thread::spawn(move || show()); // ERROR: E0277
    let again = Rc::clone(&count);
    println!("{}", again);
    worker.join().unwrap();
}
