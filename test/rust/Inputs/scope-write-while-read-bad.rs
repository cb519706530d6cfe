// The starter writes what its scoped thread reads.
use std::thread;

fn main() {
    let mut number = 1;
    thread::scope(|s| {
        s.spawn(|| println!("{}", number));
        number = 2; // ERROR: E0506
    });
    println!("{}", number);
}
