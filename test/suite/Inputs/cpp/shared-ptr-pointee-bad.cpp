// Each thread has its own shared_ptr, but all of them change the one pointee.
#include <memory>
#include <thread>
#include <vector>

static void lengthen(std::shared_ptr<std::vector<int>> track) {
  track->push_back(static_cast<int>(track->size())); // RACE
}

int main() {
  auto track = std::make_shared<std::vector<int>>(10);
  std::thread a(lengthen, track);
  std::thread b(lengthen, track);
  a.join();
  b.join();
  return track->size() == 12 ? 0 : 1;
}
