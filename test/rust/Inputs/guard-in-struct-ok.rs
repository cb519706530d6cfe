// A struct moves to a thread and locks there.
use std::sync::{Mutex, MutexGuard};
use std::thread;

struct Session<'a> {
    user: i32,
    log: &'a Mutex<Vec<i32>>,
}

impl<'a> Session<'a> {
    fn close(self) {
        let mut log: MutexGuard<Vec<i32>> = self.log.lock().unwrap();
        log.push(self.user);
    }
}

fn main() {
    let log = Mutex::new(Vec::new());
    thread::scope(|s| {
        let session = Session { user: 1, log: &log };
        s.spawn(move || session.close());
    });
}
