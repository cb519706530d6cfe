// A window, which is marked to stay on its thread, moves to another.
use std::marker::PhantomData;
use std::thread;

struct Window {
    id: i32,
    stays: PhantomData<*const ()>,
}

impl Window {
    fn draw(&self) {
        println!("{}", self.id);
    }
}

fn main() {
    let window = Window {
        id: 1,
        stays: PhantomData,
    };
    let worker = thread::spawn(move || window.draw()); // ERROR: E0277
    worker.join().unwrap();
}
