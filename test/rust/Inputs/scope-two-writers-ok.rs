// Two scoped threads write a variable each.
use std::thread;

fn main() {
    let mut first = 0;
    let mut second = 0;
    thread::scope(|s| {
        s.spawn(|| first += 1);
        s.spawn(|| second += 2);
    });
    println!("{} {}", first, second);
}
