// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A unique_lock in its states, each given back before the mutex is taken again.
#include <chrono>
#include <mutex>
#include <utility>
static std::mutex mu;
static std::timed_mutex timed_mu;
static int n, timed_n;

void deferred() {
  std::unique_lock<std::mutex> hold(mu, std::defer_lock);
  mu.lock();
  n = 1;
  mu.unlock();
  hold.lock();
  n = 2;
}

void adopted() {
  mu.lock();
  std::unique_lock<std::mutex> hold(mu, std::adopt_lock);
  n = 3;
  hold.unlock();
  mu.lock();
  n = 4;
  mu.unlock();
}

void moved() {
  {
    std::unique_lock<std::mutex> hold(mu);
    std::unique_lock<std::mutex> other(std::move(hold));
    n = 5;
  }
  std::lock_guard<std::mutex> again(mu);
  n = 6;
}

void released() {
  std::unique_lock<std::mutex> hold(mu);
  std::mutex *raw = hold.release();
  n = 7;
  raw->unlock();
  std::lock_guard<std::mutex> again(mu);
}

std::unique_lock<std::mutex> take() { return std::unique_lock<std::mutex>(mu); }

void returned() {
  {
    std::unique_lock<std::mutex> hold = take();
    n = 8;
  }
  mu.lock();
  n = 9;
  mu.unlock();
}

void tried() {
  std::unique_lock<std::mutex> hold(mu, std::try_to_lock);
  if (!hold.owns_lock())
    hold.lock();
  n = 10;
}

void timed() {
  std::unique_lock<std::timed_mutex> hold(timed_mu, std::chrono::seconds(1));
  if (!hold) {
    timed_mu.lock();
    timed_n = 11;
    timed_mu.unlock();
  }
}
