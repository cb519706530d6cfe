// References to a Mutex go through a channel.
use std::sync::mpsc::channel;
use std::sync::Mutex;
use std::thread;

fn main() {
    let list = Mutex::new(vec![1]);
    let (tx, rx) = channel();
    thread::scope(|s| {
        s.spawn(move || {
            for item in rx {
                let list: &Mutex<Vec<i32>> = item;
                list.lock().unwrap().push(2);
            }
        });
        tx.send(&list).unwrap();
        list.lock().unwrap().push(3);
        drop(tx);
    });
}
