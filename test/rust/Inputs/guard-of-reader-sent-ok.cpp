// A thread takes a reader's guard of its own.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

int main() {
  rust::RwLock<std::vector<std::string>> names({"ada", "bob"});
  {
    std::jthread worker([&] { std::printf("%zu\n", names.read()->size()); });
  }
  names.write()->clear();
}
