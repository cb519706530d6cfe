// A class is said to be Send, and has an Rc in it.
#include "fearless/annotations.h"
#include "rust.h"
#include <cstdio>
#include <string>

struct FEARLESS_SEND Document { // ERROR
  rust::Rc<std::string> title; // ERROR-ALSO
  int pages;
};

int main() {
  Document document{rust::Rc<std::string>("Atlas"), 3};
  std::printf("%s %d\n", document.title->c_str(), document.pages);
}
