// The private helper expects the lock, and every public method that calls it
// holds it.
#include <mutex>
#include <vector>

class Schedule {
public:
  void add(long due) {
    std::lock_guard<std::mutex> hold(lock);
    dues.push_back(due);
    refresh();
  }
  void shift(long by) {
    std::lock_guard<std::mutex> hold(lock);
    for (long &due : dues)
      due += by;
    refresh();
  }
  long next() const {
    std::lock_guard<std::mutex> hold(lock);
    return earliest;
  }

private:
  void refresh() {
    earliest = -1;
    for (long due : dues)
      if (earliest < 0 || due < earliest)
        earliest = due;
  }
  mutable std::mutex lock;
  std::vector<long> dues;
  long earliest = -1;
};
