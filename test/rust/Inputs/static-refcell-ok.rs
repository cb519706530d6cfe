// A list in a Mutex is static.
use std::sync::Mutex;
use std::thread;

static LINES: Mutex<Vec<i32>> = Mutex::new(Vec::new());

fn log(line: i32) {
    LINES.lock().unwrap().push(line);
}

fn main() {
    let worker = thread::spawn(|| log(1));
    log(2);
    worker.join().unwrap();
}
