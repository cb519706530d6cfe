// The guard of a reader moves to a thread.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

int main() {
  rust::RwLock<std::vector<std::string>> names({"ada", "bob"});
  {
    auto guard = names.read();
    std::jthread worker( // ERROR
        [guard = std::move(guard)] { std::printf("%zu\n", guard->size()); });
  }
  names.write()->clear();
}
