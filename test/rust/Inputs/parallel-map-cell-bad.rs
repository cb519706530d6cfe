// The function of a parallel map counts its calls in a Cell.
use std::cell::Cell;
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
    let calls = Cell::new(0);
    let more = parallel_map(&[1, 2], |n| { // ERROR: E0277
        calls.set(calls.get() + 1);
        n + 1
    });
    println!("{:?} {}", more, calls.get());
}
