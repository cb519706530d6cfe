// A thread that nobody waits for takes a local along.
use std::thread;

fn greet() {
    let name = String::from("ada");
    thread::spawn(move || println!("{}", name));
}

fn main() {
    greet();
    thread::sleep(std::time::Duration::from_millis(10));
}
