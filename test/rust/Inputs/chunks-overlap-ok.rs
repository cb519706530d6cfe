// The parts that threads change do not overlap.
use std::thread;

fn main() {
    let mut data = vec![0; 4];
    thread::scope(|s| {
        for part in data.chunks_mut(2) {
            s.spawn(move || {
                part[0] += 1;
                part[1] += 1;
            });
        }
    });
    println!("{:?}", data);
}
