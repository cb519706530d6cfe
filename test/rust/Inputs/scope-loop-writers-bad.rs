// Scoped threads, started in a loop, all add to one variable.
use std::thread;

fn main() {
    let mut total = 0;
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| total += 1); // ERROR: E0499
        }
    });
    println!("{}", total);
}
