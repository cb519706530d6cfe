// A thread keeps the reference that the function was given.
use std::thread::{self, JoinHandle};

fn print_sum(list: &Vec<i32>) -> JoinHandle<()> {
    thread::spawn(move || println!("{}", list.iter().sum::<i32>())) // ERROR: E0521
}

fn start() -> JoinHandle<()> {
    let list = vec![1, 2, 3];
    print_sum(&list)
}

fn main() {
    start().join().unwrap();
}
