// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The flag is set only after the lock has been given back: two may find it
// clear.
#include <mutex>
#include <thread>
class Saver {
public:
  bool save() {
    std::unique_lock<std::mutex> Guard(Mu);
    if (Busy)
      return false;
    Guard.unlock();
    work();
    Guard.lock();
    Busy = true;
    ++Saved;
    return true;
  }

private:
  void work() {}
  std::mutex Mu;
  bool Busy = false;
  int Saved = 0;
};
int main() {
  Saver S;
  std::thread A([&] { S.save(); }), B([&] { S.save(); });
  A.join();
  B.join();
}

// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Saver::Busy' may not be any more what the branch to here relies on, because another thread may write it: 'Saver::Mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: 'Saver::save' locks 'Saver::Mu' here{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: 'Saver::save' reads 'Saver::Busy' here{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'Saver::Mu' is released here{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'Saver::save' locks 'Saver::Mu' here{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'Saver::save' writes 'Saver::Busy' here{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Saver::save'{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: it writes 'Saver::Busy' here under a hold of 'Saver::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: keep 'Saver::Mu' from the read to the write, or look at 'Saver::Busy' again under the second hold{{$}}
