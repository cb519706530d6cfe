// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is made under the lock is no answer about the flag that was looked at.
#include <memory>
#include <mutex>
#include <thread>

class Context {
public:
  int *open() {
    std::lock_guard<std::mutex> Guard(Mu);
    if (Ending)
      return nullptr;
    return new int(++Opened);
  }
  void end() {
    std::lock_guard<std::mutex> Guard(Mu);
    Ending = true;
    Opened = 0;
  }

private:
  std::mutex Mu;
  bool Ending = false;
  int Opened = 0;
};

static void run(Context &C) {
  std::unique_ptr<int> Socket(C.open());
  if (!Socket)
    return;
  C.end();
}

int main() {
  Context C;
  std::thread First([&] { run(C); });
  std::thread Second([&] { run(C); });
  First.join();
  Second.join();
}
