// The starter reads a vector that its scoped thread extended, after the scope.
use std::thread;

fn main() {
    let mut list = vec![1, 2];
    thread::scope(|s| {
        s.spawn(|| list.push(3));
    });
    println!("{}", list.len());
}
