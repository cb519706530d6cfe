// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function out of sight runs its callable with a lock of its object held.
#include <fearless/annotations.h>
#include <functional>
#include <mutex>
#include <thread>
class Account {
public:
  void change(FEARLESS_RUNS_UNDER(mu) std::function<void(int &)> how);
  std::mutex mu;
};
void locked(FEARLESS_RUNS_UNDER(mu) std::function<void()> run, std::mutex &mu);
static std::mutex mu;
static int total, count, sum;
int main() {
  Account account;
  std::thread one([&] {
    account.change([](int &) { ++total; });
    account.change([](int &) { ++count; });
    locked([] { ++sum; }, mu);
  });
  account.change([](int &) { ++total; });
  {
    std::lock_guard<std::mutex> guard(account.mu);
    ++total;
  }
  ++count;
  locked([] { ++sum; }, account.mu);
  one.join();
}

// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'count': written here while another thread may write it at {{.*}}runs-under.cpp:[[#@LINE-13]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds 'Account::mu'{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: hold 'Account::mu' at every access (1 of 2 do), or make 'count' atomic{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: data race on 'sum': written here while another thread may write it at {{.*}}runs-under.cpp:[[#@LINE-18]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds 'Account::mu'{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}runs-under.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: hold 'Account::mu' at every access (1 of 2 do), or make 'sum' atomic{{$}}
