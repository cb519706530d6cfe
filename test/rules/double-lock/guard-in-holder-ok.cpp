// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard in another object unlocks when it is destroyed there.
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

using Lock = std::unique_lock<std::mutex>;
static std::mutex mu, other;
static int n;

static void bump() {
  std::lock_guard<std::mutex> lock(mu);
  ++n;
}

void reset() {
  std::optional<Lock> lock;
  lock.emplace(mu);
  lock->unlock();
  lock->lock();
  lock.reset();
  bump();
}

void inPlace() {
  std::optional<std::lock_guard<std::mutex>> lock(std::in_place, mu);
  lock = std::nullopt;
  bump();
}

void assigned() {
  std::optional<Lock> lock;
  lock = Lock(mu);
  lock.reset();
  bump();
}

void pointer() {
  {
    std::unique_ptr<std::lock_guard<std::mutex>> lock(
        new std::lock_guard<std::mutex>(mu));
    ++n;
  }
  bump();
}

void moved() {
  auto lock = std::make_unique<Lock>(mu);
  auto mine = std::move(lock);
  mine->unlock();
  bump();
}

void several() {
  {
    std::vector<Lock> locks;
    locks.emplace_back(mu);
    locks.emplace_back(other);
  }
  bump();
}

// CHECK: 0 findings
