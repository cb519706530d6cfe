// A clone of the Rc that a thread has for itself goes to another.
use std::rc::Rc;
use std::thread;

thread_local! {
    static NAME: Rc<String> = Rc::new(String::from("ada"));
}

fn name() -> Rc<String> {
    NAME.with(|name| Rc::clone(name))
}

fn main() {
    let mine = name();
    let worker = thread::spawn(move || println!("{}", mine)); // ERROR: E0277
    println!("{}", name());
    worker.join().unwrap();
}
