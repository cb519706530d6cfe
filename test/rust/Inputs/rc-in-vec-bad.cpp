// A vector of Rc is copied, and the copy moves to a thread.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

int main() {
  std::vector<rust::Rc<std::string>> names{rust::Rc<std::string>("ada"),
                                           rust::Rc<std::string>("bob")};
  auto copies = names;
  std::thread worker([copies = std::move(copies)] { // ERROR
    for (const auto &name : copies)
      std::printf("%s\n", name->c_str());
  });
  auto again = names;
  std::printf("%zu\n", again.size());
  worker.join();
}
