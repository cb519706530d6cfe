// A thread waits on a condition with a guard from another thread.
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let open = Mutex::new(false);
    let changed = Condvar::new();
    let (open, changed) = (&open, &changed);
    thread::scope(|s| {
        let guard = open.lock().unwrap();
        s.spawn(move || { // ERROR: E0277
            let guard = changed.wait_while(guard, |open| !*open).unwrap();
            println!("{}", guard);
        });
        *open.lock().unwrap() = true;
        changed.notify_all();
    });
}
