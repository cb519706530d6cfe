// A clone of a Sender moves to a thread, and the original is used here.
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let other = tx.clone();
    let worker = thread::spawn(move || other.send(1).unwrap());
    tx.send(2).unwrap();
    worker.join().unwrap();
    println!("{} {}", rx.recv().unwrap(), rx.recv().unwrap());
}
