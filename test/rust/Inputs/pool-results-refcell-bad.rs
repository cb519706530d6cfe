// Workers leave their results in a RefCell.
use std::cell::RefCell;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let (tx, rx) = channel::<i32>();
    let rx = Arc::new(Mutex::new(rx));
    let results = Arc::new(RefCell::new(Vec::new()));
    let mut workers = Vec::new();
    for _ in 0..2 {
        let (rx, results) = (Arc::clone(&rx), Arc::clone(&results));
        workers.push(thread::spawn(move || { // ERROR: E0277
            while let Ok(number) = { rx.lock().unwrap().recv() } {
                results.borrow_mut().push(number * number);
            }
        }));
    }
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    drop(tx);
    for worker in workers {
        worker.join().unwrap();
    }
}
