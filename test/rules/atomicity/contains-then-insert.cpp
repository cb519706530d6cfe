// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads may both find the name free.
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Registry {
public:
  bool contains(const std::string &Name) const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Owners.count(Name) != 0;
  }
  void insert(const std::string &Name, int Owner) {
    std::lock_guard<std::mutex> Guard(Mu);
    Owners[Name] = Owner;
  }

private:
  mutable std::mutex Mu;
  std::map<std::string, int> Owners;
};

static bool claim(Registry &R, const std::string &Name, int Owner) {
  if (!R.contains(Name)) {
    R.insert(Name, Owner);
    return true;
  }
  return false;
}

int main() {
  Registry R;
  std::thread First([&] { claim(R, "port", 1); });
  std::thread Second([&] { claim(R, "port", 2); });
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 'Registry::Owners' may not be any more what the branch to here relies on, because another thread may write it: 'Registry::Mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'claim' calls 'Registry::contains' here ...{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: ... which reads 'Registry::Owners' here, under a hold of 'Registry::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'claim' calls 'Registry::insert' here ...{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: ... which writes 'Registry::Owners' here, under a hold of 'Registry::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'claim' -> 'Registry::insert'{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: it writes 'Registry::Owners' here under a hold of 'Registry::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}contains-then-insert.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: keep 'Registry::Mu' from the read to the write, or look at 'Registry::Owners' again under the second hold{{$}}
