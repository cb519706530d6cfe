// All writers lock and so does the const getter; the constructor needs no lock.
#include <mutex>
#include <utility>

class Range {
public:
  Range(int from, int to) {
    low = from;
    high = to;
  }
  void extend(int value) {
    std::lock_guard<std::mutex> hold(lock);
    if (value < low)
      low = value;
    if (value > high)
      high = value;
  }
  void reset(int value) {
    std::lock_guard<std::mutex> hold(lock);
    low = high = value;
  }
  std::pair<int, int> bounds() const {
    std::lock_guard<std::mutex> hold(lock);
    return {low, high};
  }

private:
  mutable std::mutex lock;
  int low, high;
};
