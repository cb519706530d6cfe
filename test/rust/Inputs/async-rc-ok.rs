// A future for an executor on another thread has an Arc in it.
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::thread::{self, JoinHandle};

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

fn start(mut task: Task) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut context = Context::from_waker(Waker::noop());
        while task.as_mut().poll(&mut context).is_pending() {}
    })
}

struct Print(Arc<String>);

impl Future for Print {
    type Output = ();
    fn poll(self: Pin<&mut Self>, _: &mut Context) -> Poll<()> {
        println!("{}", self.0.clone());
        Poll::Ready(())
    }
}

fn main() {
    let text = Arc::new(String::from("ada"));
    let worker = start(Box::pin(Print(text.clone())));
    println!("{}", text.clone());
    worker.join().unwrap();
}
