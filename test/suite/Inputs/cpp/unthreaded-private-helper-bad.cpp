// The private helper expects the lock, and one public method calls it without.
#include <mutex>
#include <vector>

class Schedule {
public:
  void add(long due) {
    std::lock_guard<std::mutex> hold(lock);
    dues.push_back(due); // RACE
    refresh();
  }
  void shift(long by) {
    {
      std::lock_guard<std::mutex> hold(lock);
      for (long &due : dues) // RACE
        due += by;           // RACE
    }
    refresh(); // RACE
  }
  long next() const {
    std::lock_guard<std::mutex> hold(lock);
    return earliest; // RACE
  }

private:
  void refresh() {
    earliest = -1;                        // RACE
    for (long due : dues)                 // RACE
      if (earliest < 0 || due < earliest) // RACE
        earliest = due;                   // RACE
  }
  mutable std::mutex lock;
  std::vector<long> dues;
  long earliest = -1;
};
