// A vector of Rc is cloned, and the clone moves to a thread.
use std::rc::Rc;
use std::thread;

fn main() {
    let names = vec![Rc::new(String::from("ada")), Rc::new(String::from("bob"))];
    let copies = names.clone();
    let worker = thread::spawn(move || { // ERROR: E0277
        for name in copies {
            println!("{}", name);
        }
    });
    let again = names.clone();
    println!("{}", again.len());
    worker.join().unwrap();
}
