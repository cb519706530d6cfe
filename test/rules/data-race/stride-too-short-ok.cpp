// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Five threads go through the table with a stride of five.
#include <array>
#include <thread>

constexpr unsigned Threads = 5;
constexpr unsigned Stride = Threads;
static std::array<unsigned, 200> table;

static void fill(unsigned first) {
  for (unsigned i = first; i < table.size(); i += Stride)
    table[i] = first;
}

int main() {
  std::thread team[Threads];
  for (unsigned t = 0; t < Threads; ++t)
    team[t] = std::thread(fill, t);
  for (std::thread &one : team)
    one.join();
}
