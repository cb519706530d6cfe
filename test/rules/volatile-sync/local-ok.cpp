// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The thread has a copy, and the variable is the starter's alone.
#include <thread>

int main() {
  volatile bool stop = false;
  std::thread worker([stop] {
    for (int i = 0; i < 10 && !stop; ++i)
      std::this_thread::yield();
  });
  stop = true;
  worker.join();
}
