// A result is read while the threads are at their chunks.
use std::thread;

fn main() {
    let mut data = vec![0; 8];
    thread::scope(|s| {
        for chunk in data.chunks_mut(4) {
            s.spawn(move || chunk[0] = 1);
        }
        println!("{}", data[0]); // ERROR: E0502
    });
}
