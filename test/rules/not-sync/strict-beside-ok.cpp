// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The lock is in one object with the number, whose class gives it out.
#include <mutex>
#include <thread>
template <class T> class Guarded {
public:
  class Access {
  public:
    explicit Access(Guarded &G) : Lock(G.Mu), Data(G.Data) {}
    T &operator*() { return Data; }

  private:
    std::lock_guard<std::mutex> Lock;
    T &Data;
  };
  Access lock() { return Access(*this); }

private:
  std::mutex Mu;
  T Data{};
};
static Guarded<int> Number;
static void add() {
  auto Mine = Number.lock();
  ++*Mine;
}
int main() {
  std::thread Other(add);
  add();
  Other.join();
}
