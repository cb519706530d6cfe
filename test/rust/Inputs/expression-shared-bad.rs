// An expression whose parts are shared by Rc is computed by a thread.
use std::rc::Rc;
use std::thread;

enum Expr {
    Number(i32),
    Sum(Rc<Expr>, Rc<Expr>),
}

fn value(expr: &Expr) -> i32 {
    match expr {
        Expr::Number(n) => *n,
        Expr::Sum(left, right) => value(&left.clone()) + value(&right.clone()),
    }
}

fn main() {
    let one = Rc::new(Expr::Number(1));
    let two = Expr::Sum(one.clone(), one.clone());
    let worker = thread::spawn(move || println!("{}", value(&two))); // ERROR: E0277
    println!("{}", value(&one.clone()));
    worker.join().unwrap();
}
