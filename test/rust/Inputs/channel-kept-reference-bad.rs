// A reference into a Box is used after the Box went through a channel.
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
    tx.send(text).unwrap(); // ERROR: E0505
    println!("{}", view);
    drop(tx);
    worker.join().unwrap();
}
