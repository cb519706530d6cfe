// Two threads visit a half of the Cells each.
#include "rust.h"
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

template <class T, class F> static void visit(std::span<T> items, const F &f) {
  std::span<T> left = items.first(2), right = items.subspan(2);
  auto walk = [&f](std::span<T> part) {
    for (const T &item : part)
      f(item);
  };
  std::jthread one([=] { walk(left); });
  std::jthread two([=] { walk(right); });
}

int main() {
  std::vector<rust::Cell<int>> cells(4);
  visit(std::span(cells),
        [](const rust::Cell<int> &cell) { cell.set(cell.get() + 1); });
  std::printf("%d\n", cells[0].get());
}
