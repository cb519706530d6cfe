// Two threads share shapes that may be; this one counts its uses in an atomic.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

trait Shape {
    fn area(&self) -> i32;
}

struct Square {
    side: i32,
    uses: AtomicI32,
}

impl Shape for Square {
    fn area(&self) -> i32 {
        self.uses.fetch_add(1, Ordering::Relaxed);
        self.side * self.side
    }
}

fn main() {
    let square = Square {
        side: 2,
        uses: AtomicI32::new(0),
    };
    let shapes: Vec<Box<dyn Shape + Sync>> = vec![Box::new(square)];
    thread::scope(|s| {
        s.spawn(|| println!("{}", shapes[0].area()));
        println!("{}", shapes[0].area());
    });
}
