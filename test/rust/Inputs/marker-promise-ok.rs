// A class is said to be Send, and has an Arc in it.
use std::sync::Arc;

struct Document {
    title: Arc<String>,
    pages: i32,
}

const fn may_cross<T: Send>() {}
const _: () = may_cross::<Document>();

fn main() {
    let document = Document {
        title: Arc::new(String::from("Atlas")),
        pages: 3,
    };
    println!("{} {}", document.title, document.pages);
}
