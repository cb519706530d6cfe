// A text is made at its first use, in a OnceLock, by two threads.
use std::sync::OnceLock;
use std::thread;

#[derive(Default)]
struct Page {
    text: OnceLock<String>,
}

impl Page {
    fn text(&self) -> &String {
        self.text.get_or_init(|| String::from("ada"))
    }
}

fn main() {
    let page = Page::default();
    thread::scope(|s| {
        s.spawn(|| println!("{}", page.text()));
        println!("{}", page.text());
    });
}
