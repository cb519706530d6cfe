// A cache in a RefCell is filled by two threads.
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

struct Squares {
    known: RefCell<Vec<i32>>,
}

impl Squares {
    fn learn(&self, n: i32) {
        self.known.borrow_mut().push(n * n);
    }
}

fn main() {
    let squares = Arc::new(Squares {
        known: RefCell::new(Vec::new()),
    });
    let mut workers = Vec::new();
    for n in 0..2 {
        let squares = Arc::clone(&squares);
        workers.push(thread::spawn(move || squares.learn(n))); // ERROR: E0277
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
