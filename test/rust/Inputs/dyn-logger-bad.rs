// A logger of any kind is shared; this one keeps its lines in a RefCell.
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

trait Logger {
    fn log(&self, line: i32);
}

struct Memory {
    lines: RefCell<Vec<i32>>,
}

impl Logger for Memory {
    fn log(&self, line: i32) {
        self.lines.borrow_mut().push(line);
    }
}

fn main() {
    let logger: Arc<dyn Logger> = Arc::new(Memory {
        lines: RefCell::new(vec![]),
    });
    let other = Arc::clone(&logger);
    let worker = thread::spawn(move || other.log(1)); // ERROR: E0277
    logger.log(2);
    worker.join().unwrap();
}
