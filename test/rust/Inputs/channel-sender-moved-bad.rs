// A Sender moves to a thread and is used here afterwards.
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let worker = thread::spawn(move || tx.send(1).unwrap());
    tx.send(2).unwrap(); // ERROR: E0382
    worker.join().unwrap();
    println!("{} {}", rx.recv().unwrap(), rx.recv().unwrap());
}
