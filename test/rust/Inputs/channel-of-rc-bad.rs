// An Rc goes through a channel while its sender keeps a clone.
use std::rc::Rc;
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let printer = thread::spawn(move || { // ERROR: E0277
        for name in rx {
            println!("{}", name);
        }
    });
    let name = Rc::new(String::from("ada"));
    tx.send(Rc::clone(&name)).unwrap();
    println!("{}", name);
    drop(name);
    drop(tx);
    printer.join().unwrap();
}
