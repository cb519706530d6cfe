// Both threads only read.
use std::thread;

fn main() {
    let list = vec![1, 2, 3];
    thread::scope(|s| {
        s.spawn(|| println!("{}", list.len()));
        println!("{}", list.len());
    });
}
