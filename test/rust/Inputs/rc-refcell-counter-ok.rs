// Two owners of one Arc<Mutex> count up on two threads.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let count = Arc::new(Mutex::new(0));
    let other = count.clone();
    let worker = thread::spawn(move || *other.lock().unwrap() += 1);
    *count.lock().unwrap() += 1;
    worker.join().unwrap();
    println!("{}", count.lock().unwrap());
}
