// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What was asked for is not the key that is looked up.
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>
std::map<std::string, std::set<std::string>> allowed;
bool defaultDeny;
bool serve(const std::string &user, const std::string &method, bool many) {
  bool listed = allowed.count(method);
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

// CHECK: {{^}}{{.*}}map-key-other.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'allowed': written here while another thread may read it at {{.*}}map-key-other.cpp:[[#@LINE-22]]:25 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}map-key-other.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: each of the threads started here reaches the write through a lambda in 'main' -> 'serve'{{$}}
// CHECK: {{^}}{{.*}}map-key-other.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}map-key-other.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: each of the threads started here reaches the read through a lambda in 'main' -> 'serve'{{$}}
// CHECK: {{^}}{{.*}}map-key-other.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}map-key-other.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: guard 'allowed' with a mutex{{$}}
