// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A copy of all lines.
#include <mutex>
#include <string>
#include <vector>

class Log {
public:
  void add(const std::string &Line) {
    std::lock_guard<std::mutex> Guard(Mu);
    Lines.push_back(Line);
  }
  std::vector<std::string> lines() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Lines;
  }

private:
  mutable std::mutex Mu;
  std::vector<std::string> Lines;
};

void use(Log &L) {
  L.add("one");
  L.lines();
}
