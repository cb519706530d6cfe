// A method that changes its object runs in two scoped threads, under a lock.
use std::sync::Mutex;
use std::thread;

struct Account {
    balance: i64,
}

impl Account {
    fn deposit(&mut self, amount: i64) {
        self.balance += amount;
    }
}

fn main() {
    let account = Mutex::new(Account { balance: 0 });
    thread::scope(|s| {
        s.spawn(|| account.lock().unwrap().deposit(1));
        account.lock().unwrap().deposit(2);
    });
    println!("{}", account.lock().unwrap().balance);
}
