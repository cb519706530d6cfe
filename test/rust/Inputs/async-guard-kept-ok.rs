// A future locks in every poll.
use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};
use std::thread;

static TOTAL: Mutex<i32> = Mutex::new(0);

#[derive(Default)]
struct Add {
    begun: bool,
}

impl Future for Add {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _: &mut Context) -> Poll<()> {
        if self.begun {
            *TOTAL.lock().unwrap() += 1;
            return Poll::Ready(());
        }
        self.begun = true;
        Poll::Pending
    }
}

fn main() {
    let add = Add::default();
    let mut task: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(add);
    let mut context = Context::from_waker(Waker::noop());
    let _ = task.as_mut().poll(&mut context);
    let worker = thread::spawn(move || {
        let mut context = Context::from_waker(Waker::noop());
        while task.as_mut().poll(&mut context).is_pending() {}
    });
    worker.join().unwrap();
}
