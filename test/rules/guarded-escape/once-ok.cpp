// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A once flag is no lock that is given back: what it made stays as it is.
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Words {
public:
  static Words &instance() {
    std::call_once(Once, [] { Instance.reset(new Words); });
    return *Instance;
  }
  bool contains(const std::string &Word) const {
    for (const std::string &W : List)
      if (W == Word)
        return true;
    return false;
  }

private:
  std::vector<std::string> List{"one", "two"};
  static std::unique_ptr<Words> Instance;
  static std::once_flag Once;
};
std::unique_ptr<Words> Words::Instance;
std::once_flag Words::Once;

int main() {
  bool Found = false;
  std::thread T([&Found] { Found = Words::instance().contains("one"); });
  bool Mine = Words::instance().contains("two");
  T.join();
  return Found && Mine ? 0 : 1;
}
