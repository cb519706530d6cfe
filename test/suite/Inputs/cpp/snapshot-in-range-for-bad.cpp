// The range-based for dereferences a temporary shared_ptr, which is gone before
// the first iteration.
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

class Prices {
public:
  using Table = std::map<std::string, int>;
  std::shared_ptr<const Table> current() const {
    std::lock_guard<std::mutex> hold(lock);
    return table;
  }
  void set(const std::string &item, int price) {
    std::lock_guard<std::mutex> hold(lock);
    auto changed = std::make_shared<Table>(*table);
    (*changed)[item] = price;
    table = std::move(changed); // RACE
  }

private:
  mutable std::mutex lock;
  std::shared_ptr<const Table> table = std::make_shared<const Table>();
};

int main() {
  Prices prices;
  std::thread market([&prices] {
    for (int i = 0; i < 300; ++i)
      prices.set("item " + std::to_string(i % 20), i);
  });
  long sum = 0;
  for (int i = 0; i < 200; ++i) {
    for (const auto &[item, price] : *prices.current()) // RACE
      sum += price;                                     // RACE
  }
  market.join();
  return sum >= 0 ? 0 : 1;
}
