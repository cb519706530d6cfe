// Two owners of one Arc<Mutex<Vec>> change it.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let list = Arc::new(Mutex::new(vec![1]));
    let other = Arc::clone(&list);
    let worker = thread::spawn(move || {
        other.lock().unwrap().push(2);
    });
    println!("{}", list.lock().unwrap().len());
    worker.join().unwrap();
}
