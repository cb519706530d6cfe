// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The element is made anew under the second hold, whoever has made it by then.
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>

static std::shared_mutex mu;
static std::map<int, int *> known;

static int *intern(int key) {
  {
    std::shared_lock<std::shared_mutex> hold(mu);
    auto at = known.find(key);
    if (at != known.end())
      return at->second;
  }
  std::unique_lock<std::shared_mutex> hold(mu);
  int *&slot = known[key];
  slot = new int(key);
  return slot;
}

int main() {
  std::thread other([] { intern(1); });
  intern(1);
  other.join();
}

// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'known' may not be any more what the branch to here relies on, because another thread may write it: 'mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'intern' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'intern' reads 'known' here{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'mu' is released here{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'intern' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'intern' writes 'known' here{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'intern'{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: it writes 'known' here under a hold of 'mu' of its own{{$}}
// CHECK: {{^}}{{.*}}element-asked.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: keep 'mu' from the read to the write, or look at 'known' again under the second hold{{$}}
