// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Moved in each round of a loop: the second has nothing.
#include <memory>
#include <thread>
#include <vector>
struct Queue {
  int next();
};
void use(int);
void captured() {
  auto queue = std::make_shared<Queue>();
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i)
    workers.emplace_back([queue = std::move(queue)] { use(queue->next()); });
  for (auto &worker : workers)
    worker.join();
}
static void run(std::unique_ptr<Queue> queue) { use(queue->next()); }
void passed(bool more) {
  std::vector<std::jthread> workers;
  std::unique_ptr<Queue> queue = std::make_unique<Queue>();
  do
    workers.push_back(std::jthread(run, std::move(queue)));
  while (more);
}
int main() {
  captured();
  passed(true);
}

// CHECK: {{^}}{{.*}}loop.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 'queue' is moved to another thread here in each round of the loop, and only the first has something to move [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}loop.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: make one for each round, or share it: copy a std::shared_ptr{{$}}
// CHECK: {{^}}{{.*}}loop.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'queue' is moved to another thread here in each round of the loop, and only the first has something to move [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}loop.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: make one for each round, or share it: copy a std::shared_ptr{{$}}
