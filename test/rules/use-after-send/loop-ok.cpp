// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A copy for each round; one made in the round; only one round moves; the loop
// ends with it; a new value behind it.
#include <memory>
#include <thread>
#include <vector>
struct Queue {
  int next();
};
void use(int);
void copied() {
  auto queue = std::make_shared<Queue>();
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i)
    workers.emplace_back([queue] { use(queue->next()); });
  for (auto &worker : workers)
    worker.join();
}
static void run(std::unique_ptr<Queue> queue) { use(queue->next()); }
void made(bool more) {
  std::vector<std::jthread> workers;
  do {
    auto queue = std::make_unique<Queue>();
    workers.push_back(std::jthread(run, std::move(queue)));
  } while (more);
}
void once(int n) {
  std::vector<std::jthread> workers;
  auto queue = std::make_unique<Queue>();
  for (int i = 0; i < n; ++i)
    if (i == 2)
      workers.push_back(std::jthread(run, std::move(queue)));
}
void first(int n) {
  std::vector<std::jthread> workers;
  auto queue = std::make_unique<Queue>();
  for (int i = 0; i < n; ++i) {
    workers.push_back(std::jthread(run, std::move(queue)));
    break;
  }
}
void renewed(int n) {
  std::vector<std::jthread> workers;
  auto queue = std::make_unique<Queue>();
  for (int i = 0; i < n; ++i) {
    workers.push_back(std::jthread(run, std::move(queue)));
    queue = std::make_unique<Queue>();
  }
}
int main() {
  copied();
  made(true);
  once(3);
  first(3);
  renewed(3);
}
