// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One callback does both.
#include <map>
#include <mutex>
#include <string>
#include <thread>

template <class T> class Guarded {
public:
  template <class F> auto with(F &&Do) {
    std::lock_guard<std::mutex> Guard(Mu);
    return Do(Value);
  }

private:
  std::mutex Mu;
  T Value;
};

using Names = std::map<std::string, int>;

static void add(Guarded<Names> &All, int Id) {
  All.with([&](Names &N) {
    if (N.count("root") == 0)
      N["root"] = Id;
  });
}

int main() {
  Guarded<Names> All;
  std::thread First([&] { add(All, 1); });
  std::thread Second([&] { add(All, 2); });
  First.join();
  Second.join();
}
