// Two threads share shapes of any kind; this one counts its uses in an atomic.
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual int area() const = 0;
};

struct Square : Shape {
  explicit Square(int side) : side(side) {}
  int area() const override {
    uses.fetch_add(1, std::memory_order_relaxed);
    return side * side;
  }

  int side;
  mutable std::atomic<int> uses = 0;
};

int main() {
  std::vector<std::unique_ptr<const Shape>> shapes;
  shapes.push_back(std::make_unique<Square>(2));
  {
    std::jthread worker([&] { std::printf("%d\n", shapes[0]->area()); });
    std::printf("%d\n", shapes[0]->area());
  }
}
