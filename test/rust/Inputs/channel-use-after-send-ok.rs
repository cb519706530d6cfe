// A vector is used before it goes through a channel.
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
    println!("{}", list.len());
    tx.send(list).unwrap();
    drop(tx);
    worker.join().unwrap();
}
