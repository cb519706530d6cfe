// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// call_once; and a check that is made under the lock only.
#include <mutex>
#include <vector>
class Index {
public:
  int at(unsigned I) {
    std::call_once(Once, [this] { Entries.assign(64, 1); });
    return Entries[I];
  }
  int size() {
    std::lock_guard<std::mutex> Guard(Mu);
    if (!Counted) {
      Size = 64;
      Counted = true;
    }
    return Size;
  }

private:
  std::once_flag Once;
  std::mutex Mu;
  bool Counted = false;
  int Size = 0;
  std::vector<int> Entries;
};
int use(Index &I) { return I.at(3) + I.size(); }
