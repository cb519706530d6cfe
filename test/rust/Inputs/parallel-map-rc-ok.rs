// A parallel map gets items that are Arc.
use std::sync::Arc;
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
    let one = Arc::new(1);
    let items = vec![one.clone(), one];
    let more = parallel_map(&items, |n| *n.clone() + 1);
    println!("{:?}", more);
}
