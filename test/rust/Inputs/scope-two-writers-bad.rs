// Two scoped threads write one variable.
use std::thread;

fn main() {
    let mut first = 0;
    let second = 0;
    thread::scope(|s| {
        s.spawn(|| first += 1);
        s.spawn(|| first += 2); // ERROR: E0499
    });
    println!("{} {}", first, second);
}
