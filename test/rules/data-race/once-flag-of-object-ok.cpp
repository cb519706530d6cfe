// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The table is shared, and so is its once flag.
#include <mutex>
#include <thread>
#include <vector>

static std::vector<int> table;

class Reader {
public:
  int at(size_t i) {
    std::call_once(filled, [] { table.assign(10, 3); });
    return table[i];
  }

private:
  static inline std::once_flag filled;
};

static void sum(int *to) {
  Reader reader;
  *to = reader.at(1) + reader.at(2);
}

int main() {
  int a = 0, b = 0;
  std::thread first(sum, &a), second(sum, &b);
  first.join();
  second.join();
  return a - b;
}
