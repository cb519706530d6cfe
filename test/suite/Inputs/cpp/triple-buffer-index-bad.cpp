// Writer and reader exchange buffers through a plain index.
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
    unsigned old = middle; // RACE
    middle = backIndex;    // RACE
    backIndex = old;
  }
  const Frame &front() {
    unsigned old = middle; // RACE
    middle = frontIndex;   // RACE
    frontIndex = old;
    return frames[frontIndex];
  }

private:
  Frame frames[3];
  unsigned backIndex = 0;
  unsigned frontIndex = 2;
  unsigned middle = 1;
};

int main() {
  TripleBuffer video;
  std::thread camera([&] {
    for (int i = 1; i < 300; ++i) {
      Frame &frame = video.back(); // RACE
      frame.first = i;             // RACE
      frame.last = i;              // RACE
      video.publish();
    }
  });
  int torn = 0;
  for (int i = 0; i < 300; ++i) {
    const Frame &frame = video.front();
    torn += frame.first != frame.last; // RACE
  }
  camera.join();
  return torn;
}
