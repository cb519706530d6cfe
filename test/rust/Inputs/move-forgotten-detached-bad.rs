// A thread that nobody waits for borrows a local.
use std::thread;

fn greet() {
    let name = String::from("ada");
    thread::spawn(|| println!("{}", name)); // ERROR: E0373
}

fn main() {
    greet();
    thread::sleep(std::time::Duration::from_millis(10));
}
