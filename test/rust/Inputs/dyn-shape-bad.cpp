// Two threads share shapes of any kind; this one counts its uses in a Cell.
#include "rust.h"
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
    uses.set(uses.get() + 1); // ERROR-ALSO
    return side * side;
  }

  int side;
  rust::Cell<int> uses;
};

int main() {
  std::vector<std::unique_ptr<const Shape>> shapes;
  shapes.push_back(std::make_unique<Square>(2));
  {
    std::jthread worker( // ERROR
        [&] { std::printf("%d\n", shapes[0]->area()); });
    std::printf("%d\n", shapes[0]->area()); // ERROR-ALSO
  }
}
