// A configuration that is made once is handed out as an Rc.
use std::rc::Rc;
use std::sync::OnceLock;
use std::thread;

static NAME: OnceLock<Rc<String>> = OnceLock::new(); // ERROR: E0277

fn name() -> Rc<String> {
    NAME.get_or_init(|| Rc::new(String::from("ada"))).clone()
}

fn main() {
    let worker = thread::spawn(|| println!("{}", name()));
    println!("{}", name());
    worker.join().unwrap();
}
