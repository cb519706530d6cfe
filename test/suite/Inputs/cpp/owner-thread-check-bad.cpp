// The cache skips the lock when it believes to be on the owner's thread, but
// others write it too.
#include <mutex>
#include <thread>
#include <vector>

class OwnedCache {
public:
  void add(int value) {
    if (std::this_thread::get_id() == owner) {
      values.push_back(value); // RACE
      return;
    }
    std::lock_guard<std::mutex> hold(lock);
    values.push_back(value); // RACE
  }
  size_t size() { return values.size(); }

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
