// An expression whose parts are shared by Arc is computed by a thread.
use std::sync::Arc;
use std::thread;

enum Expr {
    Number(i32),
    Sum(Arc<Expr>, Arc<Expr>),
}

fn value(expr: &Expr) -> i32 {
    match expr {
        Expr::Number(n) => *n,
        Expr::Sum(left, right) => value(&left.clone()) + value(&right.clone()),
    }
}

fn main() {
    let one = Arc::new(Expr::Number(1));
    let two = Expr::Sum(one.clone(), one.clone());
    let worker = thread::spawn(move || println!("{}", value(&two)));
    println!("{}", value(&one.clone()));
    worker.join().unwrap();
}
