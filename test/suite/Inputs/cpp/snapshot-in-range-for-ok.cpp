// The snapshot is kept in a variable for as long as the loop walks it.
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
    table = std::move(changed);
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
    std::shared_ptr<const Prices::Table> now = prices.current();
    for (const auto &[item, price] : *now)
      sum += price;
  }
  market.join();
  return sum >= 0 ? 0 : 1;
}
