// The starter moves a vector away after the scope in which a thread read it.
use std::thread;

fn main() {
    let mut list = vec![1, 2];
    thread::scope(|s| {
        s.spawn(|| println!("{}", list.len()));
    });
    let other = std::mem::take(&mut list);
    println!("{}", other.len());
}
