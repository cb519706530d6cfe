// Two threads visit a half of the Cells each.
use std::cell::Cell;
use std::thread;

fn visit<T: Send, F: Fn(&T) + Sync>(items: &mut [T], f: F) {
    let (left, right) = items.split_at_mut(2);
    let f = &f;
    thread::scope(|s| {
        s.spawn(move || left.iter().for_each(f));
        s.spawn(move || right.iter().for_each(f));
    });
}

fn main() {
    let mut cells: Vec<Cell<i32>> = (0..4).map(Cell::new).collect();
    visit(&mut cells, |cell| cell.set(cell.get() + 1));
    println!("{:?}", cells);
}
