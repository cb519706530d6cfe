// The stripe is chosen from the bucket: one bucket always has the same lock.
#include <array>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

class StripedTable {
public:
  void add(unsigned key, int value) {
    unsigned bucket = key % Buckets;
    std::lock_guard<std::mutex> hold(stripes[bucket % Stripes]);
    for (auto &[k, v] : buckets[bucket])
      if (k == key) {
        v += value;
        return;
      }
    buckets[bucket].emplace_back(key, value);
  }

  size_t entries() const {
    size_t n = 0;
    for (const auto &bucket : buckets)
      n += bucket.size();
    return n;
  }

private:
  static constexpr unsigned Buckets = 8;
  static constexpr unsigned Stripes = 3;
  std::array<std::mutex, Stripes> stripes;
  std::array<std::vector<std::pair<unsigned, int>>, Buckets> buckets;
};

int main() {
  StripedTable table;
  auto load = [&table](unsigned from) {
    for (unsigned key = from; key < from + 640; ++key)
      table.add(key, 1);
  };
  std::thread a(load, 0), b(load, 20);
  a.join();
  b.join();
  return table.entries() == 660 ? 0 : 1;
}
