// A copy of the Rc that a thread has for itself goes to another.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>

static rust::Rc<std::string> name() {
  static thread_local rust::Rc<std::string> text("ada");
  return text;
}

int main() {
  auto mine = name();
  std::thread worker( // ERROR
      [mine = std::move(mine)] { std::printf("%s\n", mine->c_str()); });
  std::printf("%s\n", name()->c_str());
  worker.join();
}
