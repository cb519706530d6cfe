// A slot for one value is shared by two threads; its author says it may.
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Slot {
    value: Cell<i32>,
    full: AtomicBool,
}

// One thread puts, and others look only after that.
unsafe impl Sync for Slot {}

impl Slot {
    fn put(&self, value: i32) {
        self.value.set(value);
        self.full.store(true, Ordering::Release);
    }

    fn get(&self) -> Option<i32> {
        self.full.load(Ordering::Acquire).then(|| self.value.get())
    }
}

fn main() {
    let slot = Slot {
        value: Cell::new(0),
        full: AtomicBool::new(false),
    };
    thread::scope(|s| {
        s.spawn(|| slot.put(1));
        println!("{:?}", slot.get());
    });
}
