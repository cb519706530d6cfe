// The only Rc moves to a thread: no type may count without atomics there.
use std::rc::Rc;
use std::thread;

fn main() {
    let number = Rc::new(5);
    let worker = thread::spawn(move || println!("{}", number)); // ERROR: E0277
    worker.join().unwrap();
}
