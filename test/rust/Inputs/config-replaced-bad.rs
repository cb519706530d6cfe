// The current configuration is replaced while a thread clones its Arc.
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

struct Config {
    limit: i32,
}

fn main() {
    let current = RefCell::new(Arc::new(Config { limit: 1 }));
    thread::scope(|s| {
        s.spawn(|| { // ERROR: E0277
            let config = current.borrow().clone();
            println!("{}", config.limit);
        });
        *current.borrow_mut() = Arc::new(Config { limit: 2 });
    });
}
