// Each step has the lock, both together do not: between them another thread
// may append the same name.
#include <algorithm>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Guests {
public:
  void add(const std::string &name) {
    if (!contains(name)) {
      const std::lock_guard hold(mutex_);
      names_.push_back(name); // reported: atomicity
    }
  }

  std::size_t count() {
    const std::lock_guard hold(mutex_);
    return names_.size();
  }

private:
  bool contains(const std::string &name) {
    const std::lock_guard hold(mutex_);
    return std::ranges::find(names_, name) != names_.end();
  }

  std::mutex mutex_;
  std::vector<std::string> names_;
};

int main() {
  Guests guests;
  {
    std::jthread one([&guests] { guests.add("the same guest"); });
    std::jthread other([&guests] { guests.add("the same guest"); });
  }
  return guests.count() == 1 ? 0 : 1;
}
