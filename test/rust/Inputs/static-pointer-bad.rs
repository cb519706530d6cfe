// A pointer in a Cell is static.
use std::cell::Cell;
use std::thread;

static CURRENT: Cell<*const i32> = Cell::new(std::ptr::null()); // ERROR: E0277

fn main() {
    let worker = thread::spawn(|| CURRENT.set(&1));
    println!("{}", CURRENT.get().is_null());
    worker.join().unwrap();
}
