// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The other way round; or joined by hand.
#include <string>
#include <thread>
void log(std::string &);
void order() {
  std::string s;
  std::jthread t;
  t = std::jthread([&] { log(s); });
}
void byHand() {
  std::jthread t;
  std::string s;
  t = std::jthread([&] { log(s); });
  t.join();
}
