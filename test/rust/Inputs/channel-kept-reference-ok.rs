// A reference into a Box is used before the Box goes through a channel.
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (tx, rx) = channel();
    let worker = thread::spawn(move || {
        for text in rx {
            println!("{}", text);
        }
    });
    let text = Box::new(String::from("ada"));
    let view: &String = &text;
    println!("{}", view);
    tx.send(text).unwrap();
    drop(tx);
    worker.join().unwrap();
}
