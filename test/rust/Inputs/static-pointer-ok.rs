// An atomic pointer is static.
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

static CURRENT: AtomicPtr<i32> = AtomicPtr::new(std::ptr::null_mut());

fn main() {
    let worker = thread::spawn(|| CURRENT.store(Box::into_raw(Box::new(1)), Ordering::Release));
    println!("{}", CURRENT.load(Ordering::Acquire).is_null());
    worker.join().unwrap();
}
