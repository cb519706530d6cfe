// A vector is used after it went through a channel.
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let worker = thread::spawn(move || {
        for list in rx {
            let list: Vec<i32> = list;
            println!("{}", list.len());
        }
    });
    let list = vec![1, 2, 3];
    tx.send(list).unwrap();
    println!("{}", list.len()); // ERROR: E0382
    drop(tx);
    worker.join().unwrap();
}
