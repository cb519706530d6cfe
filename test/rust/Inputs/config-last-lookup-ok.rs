// A shared configuration remembers the last lookup in an atomic.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;

struct Config {
    values: Vec<i32>,
    last: AtomicUsize,
}

impl Config {
    fn value(&self, key: usize) -> i32 {
        self.last.store(key, Ordering::Relaxed);
        self.values[key]
    }
}

fn main() {
    let config = Arc::new(Config {
        values: vec![1, 2],
        last: AtomicUsize::new(0),
    });
    let other = Arc::clone(&config);
    let worker = thread::spawn(move || println!("{}", other.value(0)));
    println!("{}", config.value(1));
    worker.join().unwrap();
    println!("{}", config.last.load(Ordering::Relaxed));
}
