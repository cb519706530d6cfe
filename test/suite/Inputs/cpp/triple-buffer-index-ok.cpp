// Writer and reader exchange buffers through one atomic index; each owns the
// buffer it got.
#include <atomic>
#include <thread>

struct Frame {
  int first = 0;
  int last = 0;
};

class TripleBuffer {
public:
  Frame &back() { return frames[backIndex]; }
  void publish() {
    backIndex = middle.exchange(backIndex, std::memory_order_acq_rel);
  }
  const Frame &front() {
    frontIndex = middle.exchange(frontIndex, std::memory_order_acq_rel);
    return frames[frontIndex];
  }

private:
  Frame frames[3];
  unsigned backIndex = 0;
  unsigned frontIndex = 2;
  std::atomic<unsigned> middle{1};
};

int main() {
  TripleBuffer video;
  std::thread camera([&] {
    for (int i = 1; i < 300; ++i) {
      Frame &frame = video.back();
      frame.first = i;
      frame.last = i;
      video.publish();
    }
  });
  int torn = 0;
  for (int i = 0; i < 300; ++i) {
    const Frame &frame = video.front();
    torn += frame.first != frame.last;
  }
  camera.join();
  return torn;
}
