// The flag that a condition is about is in the Mutex.
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Gate {
    open: Mutex<bool>,
    changed: Condvar,
}

impl Gate {
    fn open(&self) {
        *self.open.lock().unwrap() = true;
        self.changed.notify_all();
    }

    fn wait(&self) {
        let mut guard = self.open.lock().unwrap();
        while !*guard {
            guard = self.changed.wait(guard).unwrap();
        }
    }
}

fn main() {
    let gate = Gate::default();
    thread::scope(|s| {
        s.spawn(|| gate.open());
        gate.wait();
    });
}
