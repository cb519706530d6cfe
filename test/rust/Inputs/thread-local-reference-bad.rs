// A thread gets a reference to the thread_local Cell of another.
use std::cell::Cell;
use std::thread;

thread_local! {
    static COUNT: Cell<i32> = Cell::new(0);
}

fn main() {
    COUNT.with(|count| {
        thread::scope(|s| {
            s.spawn(|| count.set(1)); // ERROR: E0277
            count.set(2);
        });
    });
}
