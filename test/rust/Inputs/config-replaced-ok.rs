// The configuration is replaced under the lock under which a thread clones it.
use std::sync::{Arc, Mutex};
use std::thread;

struct Config {
    limit: i32,
}

fn main() {
    let current = Mutex::new(Arc::new(Config { limit: 1 }));
    thread::scope(|s| {
        s.spawn(|| {
            let config = current.lock().unwrap().clone();
            println!("{}", config.limit);
        });
        *current.lock().unwrap() = Arc::new(Config { limit: 2 });
    });
}
