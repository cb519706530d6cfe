// A class is said to be Send, and has an Rc in it.
use std::rc::Rc;

struct Document {
    title: Rc<String>,
    pages: i32,
}

const fn may_cross<T: Send>() {}
const _: () = may_cross::<Document>(); // ERROR: E0277

fn main() {
    let document = Document {
        title: Rc::new(String::from("Atlas")),
        pages: 3,
    };
    println!("{} {}", document.title, document.pages);
}
