// The flag that a condition is about is a Cell beside the Mutex.
use std::cell::Cell;
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Gate {
    open: Cell<bool>,
    mutex: Mutex<()>,
    changed: Condvar,
}

impl Gate {
    fn open(&self) {
        self.open.set(true);
        self.changed.notify_all();
    }

    fn wait(&self) {
        let mut guard = self.mutex.lock().unwrap();
        while !self.open.get() {
            guard = self.changed.wait(guard).unwrap();
        }
    }
}

fn main() {
    let gate = Gate::default();
    thread::scope(|s| {
        s.spawn(|| gate.open()); // ERROR: E0277
        gate.wait();
    });
}
