// The workers of a pool share the Receiver.
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let rx = Arc::new(Mutex::new(rx));
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    drop(tx);
    let mut workers = Vec::new();
    for _ in 0..2 {
        let rx = Arc::clone(&rx);
        workers.push(thread::spawn(move || {
            println!("{:?}", rx.lock().unwrap().recv())
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
