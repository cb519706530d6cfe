// Two threads receive from one Receiver, one at a time.
use std::sync::mpsc::channel;
use std::sync::Mutex;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let rx = Mutex::new(rx);
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    thread::scope(|s| {
        s.spawn(|| println!("{}", rx.lock().unwrap().recv().unwrap()));
        println!("{}", rx.lock().unwrap().recv().unwrap());
    });
}
