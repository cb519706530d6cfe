// An atomic index leads to atomic slots.
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::thread;

#[derive(Default)]
struct Ring {
    next: AtomicUsize,
    slots: [AtomicI32; 4],
}

impl Ring {
    fn put(&self, value: i32) {
        let index = self.next.fetch_add(1, Ordering::Relaxed) % 4;
        self.slots[index].store(value, Ordering::Relaxed);
    }

    fn first(&self) -> i32 {
        self.slots[0].load(Ordering::Relaxed)
    }
}

fn main() {
    let ring = Ring::default();
    thread::scope(|s| {
        s.spawn(|| ring.put(1));
        println!("{}", ring.first());
    });
}
