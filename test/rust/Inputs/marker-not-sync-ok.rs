// A scanner that is marked for one thread at a time moves to another.
use std::cell::Cell;
use std::marker::PhantomData;
use std::thread;

struct Scanner {
    port: i32,
    alone: PhantomData<Cell<()>>,
}

impl Scanner {
    fn scan(&self) {
        println!("{}", self.port);
    }
}

fn main() {
    let scanner = Scanner {
        port: 1,
        alone: PhantomData,
    };
    thread::scope(|s| {
        s.spawn(move || scanner.scan());
    });
}
