// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Guards that own nothing when they die.
#include <mutex>
#include <utility>
static std::mutex mu;
static int n;

void released() {
  std::unique_lock<std::mutex> hold(mu);
  n = 1;
  hold.release()->unlock();
}

void movedFrom() {
  std::unique_lock<std::mutex> hold(mu);
  std::unique_lock<std::mutex> other = std::move(hold);
  n = 2;
}

void given(std::unique_lock<std::mutex> hold) { n = 3; }
void gives() {
  std::unique_lock<std::mutex> hold(mu);
  given(std::move(hold));
}

void swapped() {
  std::unique_lock<std::mutex> hold(mu), empty;
  hold.swap(empty);
  n = 4;
}

void assigned() {
  std::unique_lock<std::mutex> hold;
  hold = std::unique_lock<std::mutex>(mu);
  n = 5;
}
