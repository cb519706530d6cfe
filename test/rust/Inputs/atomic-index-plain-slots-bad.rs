// An atomic index leads to slots that any thread may look at and set.
use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

#[derive(Default)]
struct Ring {
    next: AtomicUsize,
    slots: [Cell<i32>; 4],
}

impl Ring {
    fn put(&self, value: i32) {
        let index = self.next.fetch_add(1, Ordering::Relaxed) % 4;
        self.slots[index].set(value);
    }

    fn first(&self) -> i32 {
        self.slots[0].get()
    }
}

fn main() {
    let ring = Ring::default();
    thread::scope(|s| {
        s.spawn(|| ring.put(1)); // ERROR: E0277
        println!("{}", ring.first());
    });
}
