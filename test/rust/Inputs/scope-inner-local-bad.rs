// A scoped thread borrows a local that dies before the scope ends.
use std::thread;

fn main() {
    thread::scope(|s| {
        let name = String::from("ada");
        s.spawn(|| println!("{}", name)); // ERROR: E0373
    });
}
