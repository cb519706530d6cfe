// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The task runs here, before a thread that has nothing to do with it.
#include "Inputs/counted.h"
#include <future>
#include <string>
#include <thread>
struct Paint {
  boost::local_shared_ptr<std::string> Theme;
  void operator()() const { (void)Theme->size(); }
};
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  Paint P{Theme};
  std::packaged_task<void()> Task(P);
  Task();
  std::thread Other([] {});
  auto Mine = Theme;
  Other.join();
  return Mine->size() == 4 ? 0 : 1;
}
