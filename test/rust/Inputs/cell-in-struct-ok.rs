// A method that takes &self changes an atomic, on two threads.
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

struct Table {
    rows: Vec<i32>,
    lookups: AtomicU64,
}

impl Table {
    fn find(&self, row: i32) -> bool {
        self.lookups.fetch_add(1, Ordering::Relaxed);
        self.rows.contains(&row)
    }
}

fn main() {
    let table = Table {
        rows: vec![1, 2, 3],
        lookups: AtomicU64::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| println!("{}", table.find(1)));
        println!("{}", table.find(2));
    });
}
