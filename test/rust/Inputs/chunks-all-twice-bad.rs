// Two scoped threads change all of one array.
use std::thread;

fn main() {
    let mut data = [1, 2, 3, 4];
    thread::scope(|s| {
        s.spawn(|| data.iter_mut().for_each(|n| *n += 1));
        s.spawn(|| data.iter_mut().for_each(|n| *n *= 2)); // ERROR: E0499
    });
    println!("{:?}", data);
}
