// A struct with an Rc in it moves to a thread; another has the same.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>

struct Document {
  rust::Rc<std::string> title;
  int pages;
};

int main() {
  rust::Rc<std::string> title("Atlas");
  Document first{title, 3};
  Document second{title, 4};
  std::thread printer([first = std::move(first)] { // ERROR
    auto copy = first.title;
    std::printf("%s %d\n", copy->c_str(), first.pages);
  });
  auto copy = second.title;
  std::printf("%s %d\n", copy->c_str(), second.pages);
  printer.join();
}
