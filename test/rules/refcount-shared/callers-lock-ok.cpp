// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The counts are plain, and everybody who makes or drops a handle holds the
// owner's lock.
#include <mutex>
#include <thread>
#include <vector>

class Page {
public:
  void ref() { ++Uses; }
  void unref() {
    if (--Uses == 0)
      delete this;
  }

private:
  int Uses = 0;
};

class Cache {
public:
  void pin() {
    std::lock_guard<std::mutex> Guard(Mu);
    Root->ref();
  }
  void unpin() {
    std::lock_guard<std::mutex> Guard(Mu);
    Root->unref();
  }

private:
  std::mutex Mu;
  Page *Root = new Page;
};

int main() {
  Cache C;
  C.pin();
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([&C] {
      C.pin();
      C.unpin();
    });
  for (std::thread &W : Workers)
    W.join();
  return 0;
}

// CHECK: 0 findings
