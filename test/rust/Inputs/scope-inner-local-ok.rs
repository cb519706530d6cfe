// A scoped thread borrows a local from around the scope.
use std::thread;

fn main() {
    let name = String::from("ada");
    thread::scope(|s| {
        s.spawn(|| println!("{}", name));
    });
}
