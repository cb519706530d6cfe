// Two threads visit the same Cells.
#include "rust.h"
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

template <class T, class F> static void visit(std::span<T> items, const F &f) {
  std::span<T> left = items, right = items;
  auto walk = [&f](std::span<T> part) {
    for (const T &item : part)
      f(item);
  };
  std::jthread one([=] { walk(left); }); // ERROR-ALSO
  std::jthread two([=] { walk(right); }); // ERROR-ALSO
}

int main() {
  std::vector<rust::Cell<int>> cells(4);
  visit(std::span(cells), [](const rust::Cell<int> &cell) { // ERROR
    cell.set(cell.get() + 1);
  });
  std::printf("%d\n", cells[0].get());
}
