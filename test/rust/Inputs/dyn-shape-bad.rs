// Two threads share shapes of any kind; this one counts its uses in a Cell.
use std::cell::Cell;
use std::thread;

trait Shape {
    fn area(&self) -> i32;
}

struct Square {
    side: i32,
    uses: Cell<i32>,
}

impl Shape for Square {
    fn area(&self) -> i32 {
        self.uses.set(self.uses.get() + 1);
        self.side * self.side
    }
}

fn main() {
    let square = Square {
        side: 2,
        uses: Cell::new(0),
    };
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(square)];
    thread::scope(|s| {
        s.spawn(|| println!("{}", shapes[0].area())); // ERROR: E0277
        println!("{}", shapes[0].area());
    });
}
