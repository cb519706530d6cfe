// References to a RefCell go through a channel.
use std::cell::RefCell;
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let list = RefCell::new(vec![1]);
    let (tx, rx) = channel();
    thread::scope(|s| {
        s.spawn(move || { // ERROR: E0277
            for item in rx {
                let list: &RefCell<Vec<i32>> = item;
                list.borrow_mut().push(2);
            }
        });
        tx.send(&list).unwrap();
        list.borrow_mut().push(3);
        drop(tx);
    });
}
