// One scoped thread writes a field, and another reads the other one.
use std::thread;

struct Point {
    x: i32,
    y: i32,
}

fn main() {
    let mut point = Point { x: 1, y: 2 };
    thread::scope(|s| {
        s.spawn(|| point.x += 1);
        s.spawn(|| println!("{}", point.y));
    });
    println!("{} {}", point.x, point.y);
}
