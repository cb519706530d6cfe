//! Rust's counterparts, for the benchmarks: each function does its operation
//! `n` times. Statics are what several threads of a benchmark contend for.
//!
//! Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
//! SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

use std::hint::black_box;
use std::sync::{mpsc, Arc, Mutex, OnceLock, RwLock};
use std::thread;

/// On lines of the cache of its own.
#[repr(align(128))]
struct Apart<T>(T);

static MUTEX: Apart<Mutex<u64>> = Apart(Mutex::new(0));
static RWLOCK: Apart<RwLock<u64>> = Apart(RwLock::new(0));
static ONCE: OnceLock<u64> = OnceLock::new();
static SHARED: OnceLock<Arc<u64>> = OnceLock::new();

#[no_mangle]
pub extern "C" fn rust_mutex(n: u64) {
    for _ in 0..n {
        *MUTEX.0.lock().unwrap() += 1;
    }
}

#[no_mangle]
pub extern "C" fn rust_rwlock_read(n: u64) {
    for _ in 0..n {
        black_box(*RWLOCK.0.read().unwrap());
    }
}

#[no_mangle]
pub extern "C" fn rust_rwlock_write(n: u64) {
    for _ in 0..n {
        *RWLOCK.0.write().unwrap() += 1;
    }
}

#[no_mangle]
pub extern "C" fn rust_arc_clone(n: u64) {
    let value = SHARED.get_or_init(|| Arc::new(1));
    for _ in 0..n {
        black_box(Arc::clone(black_box(value)));
    }
}

#[no_mangle]
pub extern "C" fn rust_arc_make(n: u64) {
    for i in 0..n {
        black_box(Arc::new(i));
    }
}

#[no_mangle]
pub extern "C" fn rust_once(n: u64) {
    for _ in 0..n {
        black_box(*ONCE.get_or_init(|| 1));
    }
}

#[no_mangle]
pub extern "C" fn rust_spawn(n: u64) {
    for i in 0..n {
        black_box(thread::spawn(move || i).join().unwrap());
    }
}

#[no_mangle]
pub extern "C" fn rust_channel(n: u64) {
    let (sender, receiver) = mpsc::channel();
    for i in 0..n {
        sender.send(i).unwrap();
        black_box(receiver.recv().unwrap());
    }
}

#[no_mangle]
pub extern "C" fn rust_channel_bounded(n: u64) {
    let (sender, receiver) = mpsc::sync_channel(64);
    for i in 0..n {
        sender.send(i).unwrap();
        black_box(receiver.recv().unwrap());
    }
}

/// `senders` threads send `n` values together, and this one receives them.
#[no_mangle]
pub extern "C" fn rust_channel_threads(n: u64, senders: u64) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..senders {
            let sender = sender.clone();
            scope.spawn(move || (0..n / senders).for_each(|i| sender.send(i).unwrap()));
        }
        drop(sender);
        receiver.iter().for_each(|value| {
            black_box(value);
        });
    });
}

#[cfg(feature = "crates")]
mod crates {
    use super::*;
    use rayon::prelude::*;

    static LOT_MUTEX: Apart<parking_lot::Mutex<u64>> = Apart(parking_lot::const_mutex(0));
    static LOT_RWLOCK: Apart<parking_lot::RwLock<u64>> = Apart(parking_lot::const_rwlock(0));

    #[no_mangle]
    pub extern "C" fn parking_lot_mutex(n: u64) {
        for _ in 0..n {
            *LOT_MUTEX.0.lock() += 1;
        }
    }

    #[no_mangle]
    pub extern "C" fn parking_lot_rwlock_read(n: u64) {
        for _ in 0..n {
            black_box(*LOT_RWLOCK.0.read());
        }
    }

    #[no_mangle]
    pub extern "C" fn parking_lot_rwlock_write(n: u64) {
        for _ in 0..n {
            *LOT_RWLOCK.0.write() += 1;
        }
    }

    fn send_and_receive(
        (sender, receiver): (crossbeam_channel::Sender<u64>, crossbeam_channel::Receiver<u64>),
        n: u64,
    ) {
        for i in 0..n {
            sender.send(i).unwrap();
            black_box(receiver.recv().unwrap());
        }
    }

    #[no_mangle]
    pub extern "C" fn crossbeam_channel(n: u64) {
        send_and_receive(crossbeam_channel::unbounded(), n);
    }

    #[no_mangle]
    pub extern "C" fn crossbeam_channel_bounded(n: u64) {
        send_and_receive(crossbeam_channel::bounded(64), n);
    }

    #[no_mangle]
    pub extern "C" fn crossbeam_channel_threads(n: u64, senders: u64) {
        let (sender, receiver) = crossbeam_channel::unbounded();
        thread::scope(|scope| {
            for _ in 0..senders {
                let sender = sender.clone();
                scope.spawn(move || (0..n / senders).for_each(|i| sender.send(i).unwrap()));
            }
            drop(sender);
            receiver.iter().for_each(|value| {
                black_box(value);
            });
        });
    }

    /// # Safety
    /// `items` are `n`.
    #[no_mangle]
    pub unsafe extern "C" fn rayon_for_each(items: *mut u64, n: usize) {
        std::slice::from_raw_parts_mut(items, n)
            .par_iter_mut()
            .for_each(|item| *item = black_box(*item) + 1);
    }
}
