// The starter writes what its scoped thread read, after the scope.
use std::thread;

fn main() {
    let mut number = 1;
    thread::scope(|s| {
        s.spawn(|| println!("{}", number));
    });
    number = 2;
    println!("{}", number);
}
