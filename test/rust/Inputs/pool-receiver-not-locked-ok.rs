// Workers share a Receiver under a lock.
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let (tx, rx) = channel::<i32>();
    let rx = Arc::new(Mutex::new(rx));
    let mut workers = Vec::new();
    for _ in 0..2 {
        let rx = Arc::clone(&rx);
        workers.push(thread::spawn(move || {
            while let Ok(number) = { rx.lock().unwrap().recv() } {
                println!("{}", number);
            }
        }));
    }
    tx.send(1).unwrap();
    drop(tx);
    for worker in workers {
        worker.join().unwrap();
    }
}
