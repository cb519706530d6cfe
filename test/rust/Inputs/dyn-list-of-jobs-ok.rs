// A list of jobs that may cross gets one with an Arc in it.
use std::sync::Arc;
use std::thread;

type Jobs = Vec<Box<dyn Fn() + Send>>;

fn main() {
    let name = Arc::new(String::from("ada"));
    let copy = name.clone();
    let mut jobs = Jobs::new();
    jobs.push(Box::new(move || println!("{}", copy)));
    let worker = thread::spawn(move || jobs.iter().for_each(|job| job()));
    println!("{}", name.clone());
    worker.join().unwrap();
}
