// A clone of the Arc that a thread has for itself goes to another.
use std::sync::Arc;
use std::thread;

thread_local! {
    static NAME: Arc<String> = Arc::new(String::from("ada"));
}

fn name() -> Arc<String> {
    NAME.with(|name| Arc::clone(name))
}

fn main() {
    let mine = name();
    let worker = thread::spawn(move || println!("{}", mine));
    println!("{}", name());
    worker.join().unwrap();
}
