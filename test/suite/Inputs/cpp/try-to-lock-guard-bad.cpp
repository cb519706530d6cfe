// The guard is constructed with try_to_lock, and nobody asks whether it got the
// lock.
#include <mutex>
#include <thread>
#include <vector>

class Trash {
public:
  void drop(int item) {
    std::lock_guard<std::mutex> hold(lock);
    items.push_back(item); // RACE
  }
  size_t empty() {
    std::unique_lock<std::mutex> hold(lock, std::try_to_lock);
    size_t count = items.size(); // RACE
    items.clear();               // RACE
    return count;
  }

private:
  std::mutex lock;
  std::vector<int> items;
};

int main() {
  Trash trash;
  std::thread user([&trash] {
    for (int i = 0; i < 300; ++i)
      trash.drop(i);
  });
  size_t emptied = 0;
  for (int i = 0; i < 300; ++i)
    emptied += trash.empty();
  user.join();
  return emptied <= 300 ? 0 : 1;
}
