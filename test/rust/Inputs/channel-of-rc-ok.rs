// An Arc goes through a channel while its sender keeps a clone.
use std::sync::mpsc::channel;
use std::sync::Arc;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let printer = thread::spawn(move || {
        for name in rx {
            println!("{}", name);
        }
    });
    let name = Arc::new(String::from("ada"));
    tx.send(Arc::clone(&name)).unwrap();
    println!("{}", name);
    drop(name);
    drop(tx);
    printer.join().unwrap();
}
