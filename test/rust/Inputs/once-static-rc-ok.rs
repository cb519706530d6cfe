// A configuration that is made once is handed out as an Arc.
use std::sync::{Arc, OnceLock};
use std::thread;

static NAME: OnceLock<Arc<String>> = OnceLock::new();

fn name() -> Arc<String> {
    NAME.get_or_init(|| Arc::new(String::from("ada"))).clone()
}

fn main() {
    let worker = thread::spawn(|| println!("{}", name()));
    println!("{}", name());
    worker.join().unwrap();
}
