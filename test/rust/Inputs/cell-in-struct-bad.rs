// A method that takes &self changes a Cell, on two threads.
use std::cell::Cell;
use std::thread;

struct Table {
    rows: Vec<i32>,
    lookups: Cell<u64>,
}

impl Table {
    fn find(&self, row: i32) -> bool {
        self.lookups.set(self.lookups.get() + 1);
        self.rows.contains(&row)
    }
}

fn main() {
    let table = Table {
        rows: vec![1, 2, 3],
        lookups: Cell::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| println!("{}", table.find(1))); // ERROR: E0277
        println!("{}", table.find(2));
    });
}
