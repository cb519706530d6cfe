// A configuration is changed while a thread reads it.
use std::thread;

struct Config {
    limit: i32,
}

fn main() {
    let mut config = Config { limit: 1 };
    thread::scope(|s| {
        s.spawn(|| println!("{}", config.limit));
        config.limit = 2; // ERROR: E0506
    });
}
