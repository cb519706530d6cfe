// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The other's entries are read under the own lock only.
#include <map>
#include <mutex>
#include <string>
#include <thread>
class Counts {
public:
  void add(const std::string &word) {
    std::lock_guard<std::mutex> lock(mu_);
    ++counts_[word];
  }
  void merge(const Counts &other) {
    std::scoped_lock lock(mu_);
    for (const auto &[word, count] : other.counts_)
      counts_[word] += count;
  }

private:
  mutable std::mutex mu_;
  std::map<std::string, int> counts_;
};
int main() {
  Counts all, recent;
  std::thread reader([&] {
    for (int i = 0; i < 100; ++i)
      recent.add("the");
  });
  all.merge(recent);
  reader.join();
}

// CHECK: {{^}}{{.*}}merged-under-both.cpp:[[#@LINE-22]]:{{[0-9]+}}: warning: data race on 'Counts::counts_': written here while another thread may read it at {{.*}}merged-under-both.cpp:[[#@LINE-18]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}merged-under-both.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Counts::add'{{$}}
// CHECK: {{^}}{{.*}}merged-under-both.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds 'Counts::mu_'{{$}}
// CHECK: {{^}}{{.*}}merged-under-both.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'Counts::merge'{{$}}
// CHECK: {{^}}{{.*}}merged-under-both.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the read holds 'Counts::mu_'{{$}}
// CHECK: {{^}}{{.*}}merged-under-both.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'Counts::counts_' with a mutex{{$}}
