// A const method changes a Cell, on two threads.
#include "rust.h"
#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

struct Table {
  std::vector<int> rows;
  rust::Cell<unsigned long> lookups;

  bool find(int row) const {
    lookups.set(lookups.get() + 1);
    return std::find(rows.begin(), rows.end(), row) != rows.end();
  }
};

int main() {
  const Table table{{1, 2, 3}, rust::Cell<unsigned long>(0)};
  {
    std::jthread worker([&] { std::printf("%d\n", table.find(1)); }); // ERROR
    std::printf("%d\n", table.find(2)); // ERROR-ALSO
  }
}
