// A value with one owner moves to a thread.
use std::thread;

fn main() {
    let number = Box::new(5);
    let worker = thread::spawn(move || println!("{}", number));
    worker.join().unwrap();
}
