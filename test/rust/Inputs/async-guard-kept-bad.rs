// A future holds a lock from one poll to the next, which is on another thread.
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};
use std::thread;

static TOTAL: Mutex<i32> = Mutex::new(0);

#[derive(Default)]
struct Add {
    guard: Option<MutexGuard<'static, i32>>,
}

impl Future for Add {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _: &mut Context) -> Poll<()> {
        if let Some(mut guard) = self.guard.take() {
            *guard += 1;
            return Poll::Ready(());
        }
        self.guard = Some(TOTAL.lock().unwrap());
        Poll::Pending
    }
}

fn main() {
    let add = Add::default();
    let mut task: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(add); // ERROR: E0277
    let mut context = Context::from_waker(Waker::noop());
    let _ = task.as_mut().poll(&mut context);
    let worker = thread::spawn(move || {
        let mut context = Context::from_waker(Waker::noop());
        while task.as_mut().poll(&mut context).is_pending() {}
    });
    worker.join().unwrap();
}
