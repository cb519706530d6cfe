// A vector of Arc is cloned, and the clone moves to a thread.
use std::sync::Arc;
use std::thread;

fn main() {
    let names = vec![Arc::new(String::from("ada")), Arc::new(String::from("bob"))];
    let copies = names.clone();
    let worker = thread::spawn(move || {
        for name in copies {
            println!("{}", name);
        }
    });
    let again = names.clone();
    println!("{}", again.len());
    worker.join().unwrap();
}
