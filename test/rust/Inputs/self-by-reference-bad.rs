// A method starts a thread that uses &self and may outlive it.
use std::thread::{self, JoinHandle};

struct Server {
    port: i32,
}

impl Server {
    fn start(&self) -> JoinHandle<()> {
        thread::spawn(move || println!("{}", self.port)) // ERROR: E0521
    }
}

fn open() -> JoinHandle<()> {
    let server = Server { port: 80 };
    server.start()
}

fn main() {
    open().join().unwrap();
}
