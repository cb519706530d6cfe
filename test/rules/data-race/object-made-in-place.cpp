// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Objects made in a container share what their constructors got.
#include <memory>
#include <thread>
#include <vector>
struct Shared {
  int n = 0;
};
class Task {
public:
  explicit Task(std::shared_ptr<Shared> s)
      : shared_(std::move(s)), own_(new Shared) {}
  void run() { ++shared_->n; }

private:
  std::shared_ptr<Shared> shared_;
  std::unique_ptr<Shared> own_;
};
int main() {
  auto shared = std::make_shared<Shared>();
  std::vector<std::unique_ptr<Task>> tasks;
  for (int i = 0; i < 2; ++i)
    tasks.push_back(std::make_unique<Task>(shared));
  std::vector<std::thread> threads;
  for (auto &t : tasks)
    threads.emplace_back([&t] { t->run(); });
  for (auto &t : threads)
    t.join();
  return shared->n;
}

// CHECK: {{^}}{{.*}}object-made-in-place.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'Shared::n': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}object-made-in-place.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write through a lambda in 'main' -> 'Task::run'{{$}}
// CHECK: {{^}}{{.*}}object-made-in-place.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}object-made-in-place.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: guard 'Shared::n' with a mutex, or make it atomic{{$}}
