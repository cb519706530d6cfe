// A const method caches its result in mutable members, and two threads call it
// on one object.
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

class Polyline {
public:
  explicit Polyline(std::vector<double> s) : segments(std::move(s)) {}
  double length() const {
    if (!cached) { // RACE
      double sum = 0;
      for (double s : segments)
        sum += s;
      cached = sum; // RACE
    }
    return *cached; // RACE
  }

private:
  const std::vector<double> segments;
  mutable std::optional<double> cached;
};

int main() {
  const Polyline road(std::vector<double>(500, 0.25));
  double there = 0;
  std::thread other([&] { there = road.length(); });
  double here = road.length();
  other.join();
  return here == there ? 0 : 1;
}
