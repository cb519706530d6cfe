// The flag of a message and its number are atomic.
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::thread;

struct Message {
    sent: AtomicBool,
    number: AtomicI32,
}

fn main() {
    let message = Message {
        sent: AtomicBool::new(false),
        number: AtomicI32::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| {
            message.number.store(1, Ordering::Relaxed);
            message.sent.store(true, Ordering::Relaxed);
        });
        if message.sent.load(Ordering::Relaxed) {
            println!("{}", message.number.load(Ordering::Relaxed));
        }
    });
}
