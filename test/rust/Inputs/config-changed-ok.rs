// A configuration is changed while a thread reads it, under a lock.
use std::sync::RwLock;
use std::thread;

struct Config {
    limit: i32,
}

fn main() {
    let config = RwLock::new(Config { limit: 1 });
    thread::scope(|s| {
        s.spawn(|| println!("{}", config.read().unwrap().limit));
        config.write().unwrap().limit = 2;
    });
}
