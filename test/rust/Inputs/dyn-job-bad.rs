// A job of any kind goes to a thread; this one has an Rc in it.
use std::rc::Rc;
use std::thread;

trait Job {
    fn run(&self);
}

struct Print {
    text: Rc<String>,
}

impl Job for Print {
    fn run(&self) {
        println!("{}", self.text);
    }
}

fn main() {
    let text = Rc::new(String::from("ada"));
    let job: Box<dyn Job> = Box::new(Print { text: text.clone() });
    let worker = thread::spawn(move || job.run()); // ERROR: E0277
    println!("{}", text.clone());
    worker.join().unwrap();
}
