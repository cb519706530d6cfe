// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both objects are locked while they change places.
#include <mutex>
#include <thread>
#include <utility>
#include <vector>
class Batch {
public:
  void push(int item) {
    std::lock_guard lock(mutex);
    items.push_back(item);
  }
  void swap(Batch &other) {
    std::scoped_lock lock(mutex, other.mutex);
    std::swap(items, other.items);
  }

private:
  std::mutex mutex;
  std::vector<int> items;
};
int main() {
  Batch filling, sent;
  std::jthread source([&filling] {
    for (int i = 0; i < 1000; ++i)
      filling.push(i);
  });
  filling.swap(sent);
}
