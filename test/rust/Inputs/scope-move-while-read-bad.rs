// The starter moves a vector away while its scoped thread reads it.
use std::thread;

fn main() {
    let mut list = vec![1, 2];
    thread::scope(|s| {
        s.spawn(|| println!("{}", list.len()));
        let other = std::mem::take(&mut list); // ERROR: E0502
        println!("{}", other.len());
    });
}
