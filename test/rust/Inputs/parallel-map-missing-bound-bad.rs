// A parallel map does not ask that its items may be shared.
use std::thread;

fn parallel_map<T, R: Send, F: Fn(&T) -> R + Sync>(items: &[T], f: F) -> Vec<R> {
    let f = &f;
    thread::scope(|s| {
        let workers: Vec<_> = items.iter().map(|item| s.spawn(move || f(item))).collect(); // ERROR: E0277
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap())
            .collect()
    })
}

fn main() {
    let more = parallel_map(&[1, 2], |n| n + 1);
    println!("{:?}", more);
}
