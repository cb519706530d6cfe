// A guard goes to another thread through a channel.
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard};
use std::thread;

static TOTAL: Mutex<i32> = Mutex::new(0);

fn main() {
    let (tx, rx) = channel::<MutexGuard<'static, i32>>();
    let adder = thread::spawn(move || { // ERROR: E0277
        for mut guard in rx {
            *guard += 1;
        }
    });
    tx.send(TOTAL.lock().unwrap()).unwrap();
    drop(tx);
    adder.join().unwrap();
}
