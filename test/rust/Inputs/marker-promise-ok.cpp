// A class is said to be Send, and has a shared_ptr in it.
#include "fearless/annotations.h"
#include <cstdio>
#include <memory>
#include <string>

struct FEARLESS_SEND Document {
  std::shared_ptr<const std::string> title;
  int pages;
};

int main() {
  Document document{std::make_shared<const std::string>("Atlas"), 3};
  std::printf("%s %d\n", document.title->c_str(), document.pages);
}
