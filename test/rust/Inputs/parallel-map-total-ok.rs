// The function of a parallel map adds to a captured atomic.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn parallel_map<T: Sync, R: Send, F: Fn(&T) -> R + Sync>(items: &[T], f: F) -> Vec<R> {
    let f = &f;
    thread::scope(|s| {
        let workers: Vec<_> = items.iter().map(|item| s.spawn(move || f(item))).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap())
            .collect()
    })
}

fn main() {
    let total = AtomicI32::new(0);
    let more = parallel_map(&[1, 2], |n| {
        total.fetch_add(*n, Ordering::Relaxed);
        n + 1
    });
    println!("{:?} {}", more, total.load(Ordering::Relaxed));
}
