// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is made once is read where the function that makes it has returned.
#include <mutex>
#include <string>
#include <thread>
class Page {
public:
  const std::string &text() const {
    std::call_once(Once, [this] { Made = "ada"; });
    return Made;
  }

private:
  mutable std::once_flag Once;
  mutable std::string Made;
};
int main() {
  const Page P;
  std::thread Other([&] { return P.text().size(); });
  auto Size = P.text().size();
  Other.join();
  return int(Size);
}
