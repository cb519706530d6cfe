// A list in a RefCell is static.
use std::cell::RefCell;
use std::thread;

static LINES: RefCell<Vec<i32>> = RefCell::new(Vec::new()); // ERROR: E0277

fn log(line: i32) {
    LINES.borrow_mut().push(line);
}

fn main() {
    let worker = thread::spawn(|| log(1));
    log(2);
    worker.join().unwrap();
}
