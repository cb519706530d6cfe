// A struct with an Rc in it moves to a thread; another has the same.
use std::rc::Rc;
use std::thread;

struct Document {
    title: Rc<String>,
    pages: i32,
}

fn main() {
    let title = Rc::new(String::from("Atlas"));
    let first = Document {
        title: title.clone(),
        pages: 3,
    };
    let second = Document {
        title: title.clone(),
        pages: 4,
    };
    let printer = thread::spawn(move || { // ERROR: E0277
        let copy = first.title.clone();
        println!("{} {}", copy, first.pages);
    });
    let copy = second.title.clone();
    println!("{} {}", copy, second.pages);
    printer.join().unwrap();
}
