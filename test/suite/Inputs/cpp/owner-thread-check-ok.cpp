// The cache is touched by the owner's thread only; others leave a request under
// the lock.
#include <mutex>
#include <thread>
#include <vector>

class OwnedCache {
public:
  void add(int value) {
    if (std::this_thread::get_id() == owner) {
      values.push_back(value);
      return;
    }
    std::lock_guard<std::mutex> hold(lock);
    requests.push_back(value);
  }
  size_t size() {
    std::lock_guard<std::mutex> hold(lock);
    values.insert(values.end(), requests.begin(), requests.end());
    requests.clear();
    return values.size();
  }

private:
  const std::thread::id owner = std::this_thread::get_id();
  std::mutex lock;
  std::vector<int> values;
  std::vector<int> requests;
};

int main() {
  OwnedCache cache;
  std::thread other([&cache] {
    for (int i = 0; i < 100; ++i)
      cache.add(i);
  });
  for (int i = 0; i < 100; ++i)
    cache.add(-i);
  other.join();
  return cache.size() == 200 ? 0 : 1;
}
