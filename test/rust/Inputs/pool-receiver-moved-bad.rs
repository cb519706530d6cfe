// The first worker of a pool takes the Receiver, and the second wants it.
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    drop(tx);
    let mut workers = Vec::new();
    for _ in 0..2 {
        workers.push(thread::spawn(move || println!("{:?}", rx.recv()))); // ERROR: E0382
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
