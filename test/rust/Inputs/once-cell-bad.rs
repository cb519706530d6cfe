// A text is made at its first use, in a OnceCell, by two threads.
use std::cell::OnceCell;
use std::thread;

#[derive(Default)]
struct Page {
    text: OnceCell<String>,
}

impl Page {
    fn text(&self) -> &String {
        self.text.get_or_init(|| String::from("ada"))
    }
}

fn main() {
    let page = Page::default();
    thread::scope(|s| {
        s.spawn(|| println!("{}", page.text())); // ERROR: E0277
        println!("{}", page.text());
    });
}
