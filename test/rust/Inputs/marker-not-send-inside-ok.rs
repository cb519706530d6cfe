// A thread gets the number of a window that is marked to stay on its own.
use std::marker::PhantomData;
use std::thread;

struct Window {
    id: i32,
    stays: PhantomData<*const ()>,
}

struct Application {
    window: Window,
}

fn show(application: &Application) {
    println!("{}", application.window.id);
}

fn main() {
    let window = Window {
        id: 1,
        stays: PhantomData,
    };
    let application = Application { window };
    let id = application.window.id;
    let worker = thread::spawn(move || println!("{}", id));
    show(&application);
    worker.join().unwrap();
}
