// A shared configuration has an Arc in it, which its readers clone.
use std::sync::Arc;
use std::thread;

struct Config {
    name: Arc<String>,
    limit: i32,
}

fn show(config: &Config) {
    let name = config.name.clone();
    println!("{} {}", name, config.limit);
}

fn main() {
    let config = Arc::new(Config {
        name: Arc::new(String::from("main")),
        limit: 3,
    });
    let other = Arc::clone(&config);
    let worker = thread::spawn(move || show(&other));
    show(&config);
    worker.join().unwrap();
}
