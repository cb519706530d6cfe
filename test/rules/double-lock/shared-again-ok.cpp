// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One after the other; and POSIX lets one thread read twice.
#include <mutex>
#include <pthread.h>
#include <shared_mutex>

class Config {
public:
  int size() const {
    std::shared_lock<std::shared_mutex> lock(mu_);
    return size_;
  }
  int area() const {
    int width = size();
    std::shared_lock<std::shared_mutex> lock(mu_);
    return size_ * width;
  }

private:
  mutable std::shared_mutex mu_;
  int size_ = 1;
};

static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static int n;

static int get() {
  pthread_rwlock_rdlock(&rw);
  int now = n;
  pthread_rwlock_unlock(&rw);
  return now;
}

int twice(Config &config) {
  pthread_rwlock_rdlock(&rw);
  int sum = n + get() + config.area();
  pthread_rwlock_unlock(&rw);
  return sum;
}

// CHECK: 0 findings
