// A shared configuration has an Rc in it, which its readers clone.
use std::rc::Rc;
use std::sync::Arc;
use std::thread;

struct Config {
    name: Rc<String>,
    limit: i32,
}

fn show(config: &Config) {
    let name = config.name.clone();
    println!("{} {}", name, config.limit);
}

fn main() {
    let config = Arc::new(Config {
        name: Rc::new(String::from("main")),
        limit: 3,
    });
    let other = Arc::clone(&config);
    let worker = thread::spawn(move || show(&other)); // ERROR: E0277
    show(&config);
    worker.join().unwrap();
}
