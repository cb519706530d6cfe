// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same with an atomic count.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <variant>
#include <vector>
using Handle = std::shared_ptr<int>;
struct Styles {
  std::map<std::string, std::vector<std::optional<Handle>>> ByName;
};
struct Page : Styles {};
struct Any {
  std::variant<int, std::tuple<int, Handle>> Value;
};
int main() {
  Page P;
  Any A;
  std::thread First([P] { (void)P.ByName.size(); });
  std::thread Second([A] { (void)A.Value.index(); });
  Page Mine = P;
  Any Its = A;
  First.join();
  Second.join();
}
