// Threads with a chunk each all add to one variable.
use std::thread;

fn main() {
    let data = vec![1; 8];
    let mut total = 0;
    thread::scope(|s| {
        for chunk in data.chunks(4) {
            s.spawn(|| total += chunk.iter().sum::<i32>()); // ERROR: E0499
        }
    });
    println!("{}", total);
}
