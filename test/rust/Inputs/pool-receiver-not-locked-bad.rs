// Workers share a Receiver with no lock.
use std::sync::mpsc::channel;
use std::sync::Arc;
use std::thread;

fn main() {
    let (tx, rx) = channel::<i32>();
    let rx = Arc::new(rx);
    let mut workers = Vec::new();
    for _ in 0..2 {
        let rx = Arc::clone(&rx);
        workers.push(thread::spawn(move || { // ERROR: E0277
            while let Ok(number) = rx.recv() {
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
