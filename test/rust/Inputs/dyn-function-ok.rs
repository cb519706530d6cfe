// A function that may cross goes to a thread; this one has an Arc in it.
use std::sync::Arc;
use std::thread;

fn main() {
    let count = Arc::new(3);
    let copy = Arc::clone(&count);
    let show: Box<dyn Fn() + Send> = Box::new(move || println!("{}", copy));
    let worker = thread::spawn(move || show());
    let again = Arc::clone(&count);
    println!("{}", again);
    worker.join().unwrap();
}
