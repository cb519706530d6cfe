// A method starts a thread that shares its object.
use std::sync::Arc;
use std::thread::{self, JoinHandle};

struct Server {
    port: i32,
}

impl Server {
    fn start(self: Arc<Self>) -> JoinHandle<()> {
        thread::spawn(move || println!("{}", self.port))
    }
}

fn open() -> JoinHandle<()> {
    let server = Arc::new(Server { port: 80 });
    server.start()
}

fn main() {
    open().join().unwrap();
}
