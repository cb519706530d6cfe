// A shared configuration remembers the last lookup in a Cell.
use std::cell::Cell;
use std::sync::Arc;
use std::thread;

struct Config {
    values: Vec<i32>,
    last: Cell<usize>,
}

impl Config {
    fn value(&self, key: usize) -> i32 {
        self.last.set(key);
        self.values[key]
    }
}

fn main() {
    let config = Arc::new(Config {
        values: vec![1, 2],
        last: Cell::new(0),
    });
    let other = Arc::clone(&config);
    let worker = thread::spawn(move || println!("{}", other.value(0))); // ERROR: E0277
    println!("{}", config.value(1));
    worker.join().unwrap();
    println!("{}", config.last.get());
}
