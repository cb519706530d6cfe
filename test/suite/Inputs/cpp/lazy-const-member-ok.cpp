// A const method caches its result in mutable members under a mutable mutex.
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

class Polyline {
public:
  explicit Polyline(std::vector<double> s) : segments(std::move(s)) {}
  double length() const {
    std::lock_guard<std::mutex> hold(lock);
    if (!cached) {
      double sum = 0;
      for (double s : segments)
        sum += s;
      cached = sum;
    }
    return *cached;
  }

private:
  const std::vector<double> segments;
  mutable std::mutex lock;
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
