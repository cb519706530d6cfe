// One thread writes a field that another reads.
#include <cstdio>
#include <thread>

struct Point {
  int x;
  int y;
};

int main() {
  Point point{1, 2};
  {
    std::jthread writer([&] { point.x += 1; }); // ERROR-ALSO
    std::jthread reader([&] { std::printf("%d\n", point.x); }); // ERROR
  }
  std::printf("%d %d\n", point.x, point.y);
}
