// A thread uses its own thread_local Cell.
use std::cell::Cell;
use std::thread;

thread_local! {
    static COUNT: Cell<i32> = Cell::new(0);
}

fn main() {
    thread::scope(|s| {
        s.spawn(|| COUNT.with(|count| count.set(1)));
        COUNT.with(|count| count.set(2));
    });
}
