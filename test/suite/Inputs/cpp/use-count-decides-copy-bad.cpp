// Copy-on-write on the strength of use_count(), while another thread copies
// from the same handle.
#include <memory>
#include <thread>
#include <vector>

class Pixels {
public:
  Pixels() : data(std::make_shared<std::vector<int>>(16, 0)) {}
  void set(size_t at, int value) {
    if (data.use_count() > 1)                           // RACE
      data = std::make_shared<std::vector<int>>(*data); // RACE
    (*data)[at] = value;                                // RACE
  }
  int get(size_t at) const { return (*data)[at]; } // RACE

private:
  std::shared_ptr<std::vector<int>> data;
};

int main() {
  Pixels canvas;
  int sum = 0;
  std::thread painter([&canvas] {
    for (int i = 0; i < 100; ++i)
      canvas.set(i % 16, i);
  });
  for (int i = 0; i < 100; ++i) {
    Pixels copy = canvas; // RACE
    sum += copy.get(3);
  }
  painter.join();
  return sum >= 0 ? 0 : 1;
}
