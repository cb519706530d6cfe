// A thread waits on a condition with a guard of its own.
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let open = Mutex::new(false);
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            let guard = changed
                .wait_while(open.lock().unwrap(), |open| !*open)
                .unwrap();
            println!("{}", guard);
        });
        *open.lock().unwrap() = true;
        changed.notify_all();
    });
}
