// Two functions of one class take different locks.
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
static std::mutex other;
struct Deque {
  void push(int v) {
    std::lock_guard<std::mutex> hold(other);
    tasks.push_back(v); // RACE
  }
  bool pop(int &v) {
    std::lock_guard<std::mutex> hold(lock);
    if (tasks.empty())
      return false;
    v = tasks.front(); // RACE
    tasks.pop_front(); // RACE
    return true;
  }
  std::mutex lock;
  std::deque<int> tasks;
};
int main() {
  std::vector<std::unique_ptr<Deque>> deques;
  for (int i = 0; i < 3; ++i)
    deques.push_back(std::make_unique<Deque>());
  std::atomic<bool> stop{false};
  std::vector<std::thread> ts;
  for (unsigned i = 0; i < 3; ++i)
    ts.emplace_back([&, i] {
      int v;
      while (!stop)
        for (unsigned k = 0; k < 3; ++k)
          deques[(i + k) % 3]->pop(v);
    });
  for (unsigned i = 0; i < 300; ++i)
    deques[i % deques.size()]->push((int)i);
  stop = true;
  for (auto &t : ts)
    t.join();
}
