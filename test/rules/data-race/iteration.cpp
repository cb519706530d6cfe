// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A loop over a container reads all of it.
#include <mutex>
#include <string>
#include <thread>
#include <vector>
class Log {
public:
  void add(std::string line) {
    std::lock_guard<std::mutex> lock(mu_);
    lines_.push_back(std::move(line));
  }
  size_t length() {
    size_t n = 0;
    for (const auto &l : lines_)
      n += l.size();
    return n;
  }

private:
  std::mutex mu_;
  std::vector<std::string> lines_;
};
int main() {
  Log log;
  std::thread t([&] { log.add("x"); });
  size_t n = log.length();
  t.join();
  return n;
}

// CHECK: {{^}}{{.*}}iteration.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: data race on 'Log::lines_': written here while another thread may read it at {{.*}}iteration.cpp:[[#@LINE-17]]:24 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}iteration.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Log::add'{{$}}
// CHECK: {{^}}{{.*}}iteration.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the write holds 'Log::mu_'{{$}}
// CHECK: {{^}}{{.*}}iteration.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'Log::length'{{$}}
// CHECK: {{^}}{{.*}}iteration.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}iteration.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: hold 'Log::mu_' at every access (1 of 4 do){{$}}
