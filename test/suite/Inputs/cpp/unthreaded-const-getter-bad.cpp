// All writers lock, but the const getter reads the two fields without the lock.
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
    if (value < low)  // RACE
      low = value;    // RACE
    if (value > high) // RACE
      high = value;   // RACE
  }
  void reset(int value) {
    std::lock_guard<std::mutex> hold(lock);
    low = high = value; // RACE
  }
  std::pair<int, int> bounds() const {
    return {low, high}; // RACE
  }

private:
  mutable std::mutex lock;
  int low, high;
};
