// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Threads of a loop share one by counted pointers.
#include <fearless/annotations.h>
#include <memory>
#include <thread>
#include <vector>
class FEARLESS_NOT_SYNC Parser {
public:
  int parse(int Text) const { return Text; }
};
int main() {
  auto P = std::make_shared<Parser>();
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([P, I] { P->parse(I); });
  for (std::thread &W : Workers)
    W.join();
}

// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'P' is used here while another thread may do the same: 'Parser' is for one thread at a time [fearless-not-sync]{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: each of the threads started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'Parser' is marked here: guard 'P' with a mutex, or give each thread one of its own{{$}}
