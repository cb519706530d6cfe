// One thread writes a field, and another reads the other one.
#include <cstdio>
#include <thread>

struct Point {
  int x;
  int y;
};

int main() {
  Point point{1, 2};
  {
    std::jthread writer([&] { point.x += 1; });
    std::jthread reader([&] { std::printf("%d\n", point.y); });
  }
  std::printf("%d %d\n", point.x, point.y);
}
