// A thread copies an Rc that it has by reference, and so does its starter.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>

int main() {
  rust::Rc<std::string> name("ada");
  {
    std::jthread worker([&] { // ERROR
      auto copy = name; // ERROR-ALSO
      std::printf("%s\n", copy->c_str());
    });
    auto copy = name; // ERROR-ALSO
    std::printf("%s\n", copy->c_str());
  }
}
