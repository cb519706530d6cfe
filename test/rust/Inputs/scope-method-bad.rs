// A method that changes its object runs in two scoped threads.
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
    let mut account = Account { balance: 0 };
    thread::scope(|s| {
        s.spawn(|| account.deposit(1));
        account.deposit(2); // ERROR: E0499
    });
    println!("{}", account.balance);
}
