// A struct with an Arc in it moves to a thread; another has the same.
use std::sync::Arc;
use std::thread;

struct Document {
    title: Arc<String>,
    pages: i32,
}

fn main() {
    let title = Arc::new(String::from("Atlas"));
    let first = Document {
        title: title.clone(),
        pages: 3,
    };
    let second = Document {
        title: title.clone(),
        pages: 4,
    };
    let printer = thread::spawn(move || {
        let copy = first.title.clone();
        println!("{} {}", copy, first.pages);
    });
    let copy = second.title.clone();
    println!("{} {}", copy, second.pages);
    printer.join().unwrap();
}
