// The parts that threads change overlap by one.
use std::thread;

fn main() {
    let mut data = vec![0; 4];
    thread::scope(|s| {
        for i in 0..2 {
            let part = &mut data[i..i + 2]; // ERROR: E0499
            s.spawn(move || {
                part[0] += 1;
                part[1] += 1;
            });
        }
    });
    println!("{:?}", data);
}
