// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// No thread in sight: the lock is the evidence.
#include <memory>
#include <mutex>
#include <vector>
class Index {
public:
  int at(unsigned I) {
    if (!Built) {
      std::lock_guard<std::mutex> Guard(Mu);
      if (!Built) {
        Entries.assign(64, 1);
        Built = true;
      }
    }
    return Entries[I];
  }

private:
  std::mutex Mu;
  bool Built = false;
  std::vector<int> Entries;
};
int use(Index &I) { return I.at(3); }

// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: double-checked locking: 'Index::Built' is looked at here without 'Index::Mu', while another thread may set it, and is no atomic [fearless-double-checked-locking]{{$}}
// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'Index::at' sets it here, under 'Index::Mu'{{$}}
// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: make 'Index::Built' atomic, set with release and looked at with acquire order; or use call_once or a static of a function{{$}}
