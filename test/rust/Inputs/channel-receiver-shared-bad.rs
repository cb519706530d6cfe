// Two threads receive from one Receiver at once.
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    thread::scope(|s| {
        s.spawn(|| println!("{}", rx.recv().unwrap())); // ERROR: E0277
        println!("{}", rx.recv().unwrap());
    });
}
