// A Cell is static.
use std::cell::Cell;
use std::thread;

static COUNT: Cell<i32> = Cell::new(0); // ERROR: E0277

fn main() {
    let worker = thread::spawn(|| {
        COUNT.set(COUNT.get() + 1);
    });
    COUNT.set(COUNT.get() + 1);
    worker.join().unwrap();
}
