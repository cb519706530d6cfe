// Two scoped threads share a Cell.
use std::cell::Cell;
use std::thread;

fn main() {
    let count = Cell::new(0);
    thread::scope(|s| {
        s.spawn(|| count.set(count.get() + 1)); // ERROR: E0277
        count.set(count.get() + 1);
    });
    println!("{}", count.get());
}
