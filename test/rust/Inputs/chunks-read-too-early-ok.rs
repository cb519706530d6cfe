// A result is read when the threads are done with their chunks.
use std::thread;

fn main() {
    let mut data = vec![0; 8];
    thread::scope(|s| {
        for chunk in data.chunks_mut(4) {
            s.spawn(move || chunk[0] = 1);
        }
    });
    println!("{}", data[0]);
}
