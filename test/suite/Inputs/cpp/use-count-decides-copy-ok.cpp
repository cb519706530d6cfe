// Each thread has a handle of its own, so a use_count() of one does mean that
// no one else is there.
#include <memory>
#include <thread>
#include <vector>

class Pixels {
public:
  Pixels() : data(std::make_shared<std::vector<int>>(16, 0)) {}
  void set(size_t at, int value) {
    // The handle is this thread's alone, and so the pointee is when the count
    // is one.
    if (data.use_count() > 1)
      data = std::make_shared<std::vector<int>>(*data);
    (*data)[at] = value;
  }
  int get(size_t at) const { return (*data)[at]; }

private:
  std::shared_ptr<std::vector<int>> data;
};

int main() {
  Pixels canvas;
  canvas.set(0, 1);
  int sum = 0;
  std::thread painter([] {
    Pixels own;
    for (int i = 0; i < 100; ++i)
      own.set(i % 16, i);
  });
  for (int i = 0; i < 100; ++i) {
    Pixels copy = canvas;
    copy.set(3, i);
    sum += copy.get(3);
  }
  painter.join();
  return sum >= 0 ? 0 : 1;
}
