// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The write is under an exclusive hold.
#include <mutex>
#include <shared_mutex>
#include <thread>
class Table {
public:
  int get() {
    std::shared_lock<std::shared_mutex> lock(mu_);

    return value_;
  }
  void set(int v) {
    std::unique_lock<std::shared_mutex> lock(mu_);
    value_ = v;
  }

private:
  std::shared_mutex mu_;
  int value_ = 0, reads_ = 0;
};
int main() {
  Table table;
  std::thread a([&] { table.get(); }), b([&] { table.get(); });
  table.set(3);
  a.join();
  b.join();
}
