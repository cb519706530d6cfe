// Two owners of one Arc<Vec> change it, with no lock.
use std::sync::Arc;
use std::thread;

fn main() {
    let list = Arc::new(vec![1]);
    let other = Arc::clone(&list);
    let worker = thread::spawn(move || {
        other.push(2); // ERROR: E0596
    });
    println!("{}", list.len());
    worker.join().unwrap();
}
