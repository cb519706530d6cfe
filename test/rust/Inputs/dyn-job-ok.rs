// A job that may cross goes to a thread; this one has an Arc in it.
use std::sync::Arc;
use std::thread;

trait Job {
    fn run(&self);
}

struct Print {
    text: Arc<String>,
}

impl Job for Print {
    fn run(&self) {
        println!("{}", self.text);
    }
}

fn main() {
    let text = Arc::new(String::from("ada"));
    let job: Box<dyn Job + Send> = Box::new(Print { text: text.clone() });
    let worker = thread::spawn(move || job.run());
    println!("{}", text.clone());
    worker.join().unwrap();
}
