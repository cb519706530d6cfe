// Every round of a loop starts a thread that borrows a variable of the round.
use std::thread;

fn main() {
    let mut workers = Vec::new();
    for i in 0..3 {
        let square = i * i;
        workers.push(thread::spawn(|| println!("{}", square))); // ERROR: E0373
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
