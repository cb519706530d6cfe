// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock is given back while the new value is computed.
#include <mutex>
#include <thread>

class Document {
public:
  void edit(int Delta) {
    std::unique_lock<std::mutex> Lock(Mu);
    int Old = Text;
    Lock.unlock();
    int New = Old + Delta;
    Lock.lock();
    Text = New;
  }

private:
  std::mutex Mu;
  int Text = 0;
};

int main() {
  Document Doc;
  std::thread First([&] { Doc.edit(1); });
  std::thread Second([&] { Doc.edit(2); });
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Document::Text' is written back from a value that was read before, and loses what another thread writes while 'Document::Mu' is released [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Document::edit' locks 'Document::Mu' here{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Document::edit' reads 'Document::Text' here{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Document::Mu' is released here{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Document::edit' locks 'Document::Mu' here{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Document::edit' writes 'Document::Text' here{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Document::edit'{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: it writes 'Document::Text' here under a hold of 'Document::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}unlocked-in-between.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: keep 'Document::Mu' from the read to the write, or look at 'Document::Text' again under the second hold{{$}}
