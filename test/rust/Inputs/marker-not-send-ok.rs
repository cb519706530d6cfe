// A window that may leave its thread moves to another.
use std::thread;

struct Window {
    id: i32,
}

impl Window {
    fn draw(&self) {
        println!("{}", self.id);
    }
}

fn main() {
    let window = Window { id: 1 };
    let worker = thread::spawn(move || window.draw());
    worker.join().unwrap();
}
