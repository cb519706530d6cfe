// Futures on two executor threads share a RefCell.
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::thread::{self, JoinHandle};

fn start<F: Future<Output = ()> + Send + 'static>(future: F) -> JoinHandle<()> {
    let mut task = Box::pin(future);
    thread::spawn(move || {
        let mut context = Context::from_waker(Waker::noop());
        while task.as_mut().poll(&mut context).is_pending() {}
    })
}

struct Add(Arc<RefCell<i32>>);

impl Future for Add {
    type Output = ();
    fn poll(self: Pin<&mut Self>, _: &mut Context) -> Poll<()> {
        *self.0.borrow_mut() += 1;
        Poll::Ready(())
    }
}

fn main() {
    let total = Arc::new(RefCell::new(0));
    let workers = [total.clone(), total.clone()].map(|total| start(Add(total))); // ERROR: E0277
    for worker in workers {
        worker.join().unwrap();
    }
}
