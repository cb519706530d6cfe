// Two threads get a half of a split vector each.
use std::thread;

fn main() {
    let mut data = vec![1, 2, 3, 4];
    let (left, right) = data.split_at_mut(2);
    thread::scope(|s| {
        s.spawn(|| left[0] += 1);
        s.spawn(|| right[0] += 2);
    });
    println!("{:?} {:?}", left, right);
}
