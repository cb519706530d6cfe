// A cache is filled under a lock for writers.
use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let cache = Arc::new(RwLock::new(vec![1]));
    let other = Arc::clone(&cache);
    let worker = thread::spawn(move || other.write().unwrap().push(2));
    println!("{}", cache.read().unwrap().len());
    worker.join().unwrap();
}
