// Both threads only read a RefCell: to borrow it is to count.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  const rust::RefCell<std::vector<int>> list(std::vector<int>{1, 2, 3});
  {
    std::jthread worker( // ERROR
        [&] { std::printf("%zu\n", list.borrow()->size()); });
    std::printf("%zu\n", list.borrow()->size()); // ERROR-ALSO
  }
}
