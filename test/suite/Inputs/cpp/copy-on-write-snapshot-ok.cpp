// Readers take snapshots of the list, and the writer replaces it by a changed
// copy.
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class Subscribers {
public:
  using List = std::vector<int>;
  std::shared_ptr<const List> snapshot() const {
    std::lock_guard<std::mutex> hold(lock);
    return list;
  }
  void add(int id) {
    std::lock_guard<std::mutex> hold(lock);
    auto changed = std::make_shared<List>(*list);
    changed->push_back(id);
    list = std::move(changed);
  }

private:
  mutable std::mutex lock;
  std::shared_ptr<const List> list = std::make_shared<List>();
};

int main() {
  Subscribers subscribers;
  std::thread joining([&] {
    for (int id = 0; id < 200; ++id)
      subscribers.add(id);
  });
  long sum = 0;
  for (int i = 0; i < 100; ++i) {
    std::shared_ptr<const Subscribers::List> now = subscribers.snapshot();
    for (int id : *now)
      sum += id;
  }
  joining.join();
  return sum >= 0 ? 0 : 1;
}
