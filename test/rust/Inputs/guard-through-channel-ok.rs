// A number goes through a channel, and is added under a lock there.
use std::sync::mpsc::channel;
use std::sync::Mutex;
use std::thread;

static TOTAL: Mutex<i32> = Mutex::new(0);

fn main() {
    let (tx, rx) = channel::<i32>();
    let adder = thread::spawn(move || {
        for number in rx {
            *TOTAL.lock().unwrap() += number;
        }
    });
    tx.send(1).unwrap();
    drop(tx);
    adder.join().unwrap();
}
