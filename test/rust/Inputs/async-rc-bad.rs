// A future for an executor on another thread has an Rc in it.
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::thread::{self, JoinHandle};

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

fn start(mut task: Task) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut context = Context::from_waker(Waker::noop());
        while task.as_mut().poll(&mut context).is_pending() {}
    })
}

struct Print(Rc<String>);

impl Future for Print {
    type Output = ();
    fn poll(self: Pin<&mut Self>, _: &mut Context) -> Poll<()> {
        println!("{}", self.0.clone());
        Poll::Ready(())
    }
}

fn main() {
    let text = Rc::new(String::from("ada"));
    let worker = start(Box::pin(Print(text.clone()))); // ERROR: E0277
    println!("{}", text.clone());
    worker.join().unwrap();
}
