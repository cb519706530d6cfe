// The function of a parallel map adds to a captured variable.
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
    let mut total = 0;
    let more = parallel_map(&[1, 2], |n| {
        total += *n; // ERROR: E0594
        n + 1
    });
    println!("{:?} {}", more, total);
}
