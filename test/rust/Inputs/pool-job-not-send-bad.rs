// A pool takes jobs of any kind, and gets one with an Rc in it.
use std::rc::Rc;
use std::sync::mpsc::channel;
use std::thread;

type Job = Box<dyn FnOnce()>;

fn main() {
    let (tx, rx) = channel::<Job>();
    let worker = thread::spawn(move || { // ERROR: E0277
        for job in rx {
            job();
        }
    });
    let name = Rc::new(String::from("ada"));
    let copy = name.clone();
    tx.send(Box::new(move || println!("{}", copy))).unwrap();
    println!("{}", name);
    drop(name);
    drop(tx);
    worker.join().unwrap();
}
