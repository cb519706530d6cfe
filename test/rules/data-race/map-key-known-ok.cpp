// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Who is listed has an entry: looking it up with [] adds none.
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>
std::map<std::string, std::set<std::string>> allowed;
bool defaultDeny;
bool serve(const std::string &user, const std::string &method, bool many) {
  bool listed = allowed.count(user);
  if (!listed && defaultDeny)
    return false;
  if (many) {
    if (listed && !allowed[user].count(method))
      return false;
  } else if (listed) {
    for (int i = 0; i < 3; ++i)
      if (!allowed[user].count(method))
        return false;
  }
  return true;
}
int main() {
  allowed["root"] = {"stop"};
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back([] { serve("root", "stop", true); });
  for (auto &w : workers)
    w.join();
}

// CHECK: 0 findings in 1 translation unit
