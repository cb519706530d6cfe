// A struct with a guard in it moves to a thread.
use std::sync::{Mutex, MutexGuard};
use std::thread;

struct Session<'a> {
    user: i32,
    log: MutexGuard<'a, Vec<i32>>,
}

impl<'a> Session<'a> {
    fn close(mut self) {
        self.log.push(self.user);
    }
}

fn main() {
    let log = Mutex::new(Vec::new());
    thread::scope(|s| {
        let session = Session {
            user: 1,
            log: log.lock().unwrap(),
        };
        s.spawn(move || session.close()); // ERROR: E0277
    });
}
