// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The threads have the vector in common, and count in one element of it.
#include <string>
#include <thread>
#include <vector>
struct Result {
  std::string text;
  int errors = 0;
};
int main() {
  std::vector<Result> results(8);
  std::vector<std::thread> tasks;
  for (std::size_t i = 0; i < results.size(); ++i)
    tasks.emplace_back([&results, i] {
      results[i].text = std::to_string(i);
      results[0].errors++;
    });
  for (std::thread &task : tasks)
    task.join();
  return results[0].errors;
}

// CHECK: {{^}}{{.*}}own-element-captured.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'Result::errors': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}own-element-captured.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}own-element-captured.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-element-captured.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: guard 'Result::errors' with a mutex, or make it atomic{{$}}
