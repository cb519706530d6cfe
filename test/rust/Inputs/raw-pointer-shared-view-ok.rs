// Two threads share a view that is a slice.
use std::thread;

struct View<'a> {
    start: &'a [i32],
    len: usize,
}

fn main() {
    let numbers = vec![1, 2, 3];
    let view = View {
        start: &numbers,
        len: numbers.len(),
    };
    thread::scope(|s| {
        s.spawn(|| println!("{} {}", view.start[0], view.len));
        println!("{} {}", view.start[0], view.len);
    });
}
