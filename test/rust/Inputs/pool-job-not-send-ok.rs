// A pool takes jobs that may cross, and gets one with an Arc in it.
use std::sync::mpsc::channel;
use std::sync::Arc;
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (tx, rx) = channel::<Job>();
    let worker = thread::spawn(move || {
        for job in rx {
            job();
        }
    });
    let name = Arc::new(String::from("ada"));
    let copy = name.clone();
    tx.send(Box::new(move || println!("{}", copy))).unwrap();
    println!("{}", name);
    drop(name);
    drop(tx);
    worker.join().unwrap();
}
