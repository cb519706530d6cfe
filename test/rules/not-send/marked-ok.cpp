// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A class that is believed, whatever it is made of; and an instance for which the condition is false.
#include "Inputs/counted.h"
#include <fearless/annotations.h>
#include <string>
#include <thread>
class FEARLESS_UNSAFE_SEND("the string is never shared") Theme {
public:
  boost::local_shared_ptr<std::string> Name;
};
template <class T> class FEARLESS_NOT_SEND_IF(sizeof(T) > 4) Cursor {
public:
  T Row = 0;
};
int main() {
  Theme Dark{boost::make_local_shared<std::string>("dark")};
  Cursor<int> At;
  std::thread Painter([Dark, At] { (void)Dark.Name->size(), (void)At.Row; });
  Theme Mine = Dark;
  Painter.join();
  return Mine.Name->size() == 4 ? 0 : 1;
}
