// A logger that may be shared is; this one keeps its lines in a Mutex.
use std::sync::{Arc, Mutex};
use std::thread;

trait Logger {
    fn log(&self, line: i32);
}

struct Memory {
    lines: Mutex<Vec<i32>>,
}

impl Logger for Memory {
    fn log(&self, line: i32) {
        self.lines.lock().unwrap().push(line);
    }
}

fn main() {
    let logger: Arc<dyn Logger + Send + Sync> = Arc::new(Memory {
        lines: Mutex::new(vec![]),
    });
    let other = Arc::clone(&logger);
    let worker = thread::spawn(move || other.log(1));
    logger.log(2);
    worker.join().unwrap();
}
