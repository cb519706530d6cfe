// Two owners of one shared vector use it, with no lock, and one changes it.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

int main() {
  auto list = std::make_shared<std::vector<int>>(1, 1);
  auto other = list;
  std::thread worker( // ERROR-ALSO
      [other = std::move(other)] { other->push_back(2); }); // ERROR
  std::printf("%zu\n", list->size()); // ERROR-ALSO
  worker.join();
}
