// The flag of a message is atomic, and its text is not.
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Message {
    sent: AtomicBool,
    number: Cell<i32>,
}

fn main() {
    let message = Message {
        sent: AtomicBool::new(false),
        number: Cell::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| { // ERROR: E0277
            message.number.set(1);
            message.sent.store(true, Ordering::Relaxed);
        });
        if message.sent.load(Ordering::Relaxed) {
            println!("{}", message.number.get());
        }
    });
}
