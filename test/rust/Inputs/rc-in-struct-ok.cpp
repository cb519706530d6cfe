// A struct with a shared_ptr in it moves to a thread; another has the same.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>

struct Document {
  std::shared_ptr<const std::string> title;
  int pages;
};

int main() {
  auto title = std::make_shared<const std::string>("Atlas");
  Document first{title, 3};
  Document second{title, 4};
  std::thread printer([first = std::move(first)] {
    auto copy = first.title;
    std::printf("%s %d\n", copy->c_str(), first.pages);
  });
  auto copy = second.title;
  std::printf("%s %d\n", copy->c_str(), second.pages);
  printer.join();
}
