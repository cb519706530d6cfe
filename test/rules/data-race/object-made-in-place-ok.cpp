// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each changes only what its constructor made.
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
  void run() { ++own_->n; }

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
