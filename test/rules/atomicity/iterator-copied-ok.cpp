// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One hold, with an iterator that is copied on the way, by a guard of one's own.
#include <map>
#include <mutex>
#include <thread>

struct Hold {
  explicit Hold(std::mutex &Mu) : Mu(Mu) { Mu.lock(); }
  ~Hold() { Mu.unlock(); }
  std::mutex &Mu;
};
using Table = std::map<int, int>;

class Rows {
public:
  void add(int Key, int Value) {
    Hold Here(Mu);
    All.emplace(Key, Value);
  }
  bool remove(int Key, int Value) {
    Hold Here(Mu);
    const Table::iterator It = All.find(Key);
    if (It == All.end() || It->second != Value)
      return false;
    All.erase(It);
    return true;
  }

private:
  std::mutex Mu;
  Table All;
};

int main() {
  Rows R;
  std::thread First([&] { R.add(1, 2); R.remove(1, 2); });
  std::thread Second([&] { R.add(1, 2); R.remove(1, 2); });
  First.join();
  Second.join();
}
