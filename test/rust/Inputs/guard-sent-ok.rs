// A thread locks for itself.
use std::sync::Mutex;
use std::thread;

fn main() {
    let total = Mutex::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            let mut guard = total.lock().unwrap();
            *guard += 1;
        });
    });
}
