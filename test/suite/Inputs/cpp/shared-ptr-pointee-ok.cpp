// Each thread has its own shared_ptr to a pointee that is only read.
#include <memory>
#include <thread>
#include <vector>

static void measure(std::shared_ptr<const std::vector<int>> track,
                    size_t *out) {
  *out = track->size();
}

int main() {
  auto track = std::make_shared<std::vector<int>>(10);
  size_t first = 0, second = 0;
  std::thread a(measure, track, &first);
  std::thread b(measure, track, &second);
  track.reset();
  a.join();
  b.join();
  return first == second ? 0 : 1;
}
