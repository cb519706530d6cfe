// Two threads visit the same Cells.
use std::cell::Cell;
use std::thread;

fn visit<T: Sync, F: Fn(&T) + Sync>(items: &mut [T], f: F) {
    let (left, right) = (&*items, &*items);
    let f = &f;
    thread::scope(|s| {
        s.spawn(move || left.iter().for_each(f));
        s.spawn(move || right.iter().for_each(f));
    });
}

fn main() {
    let mut cells: Vec<Cell<i32>> = (0..4).map(Cell::new).collect();
    visit(&mut cells, |cell| cell.set(cell.get() + 1)); // ERROR: E0277
    println!("{:?}", cells);
}
