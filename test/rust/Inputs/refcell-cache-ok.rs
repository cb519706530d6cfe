// A cache in a Mutex is filled by two threads.
use std::sync::{Arc, Mutex};
use std::thread;

struct Squares {
    known: Mutex<Vec<i32>>,
}

impl Squares {
    fn learn(&self, n: i32) {
        self.known.lock().unwrap().push(n * n);
    }
}

fn main() {
    let squares = Arc::new(Squares {
        known: Mutex::new(Vec::new()),
    });
    let mut workers = Vec::new();
    for n in 0..2 {
        let squares = Arc::clone(&squares);
        workers.push(thread::spawn(move || squares.learn(n)));
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
