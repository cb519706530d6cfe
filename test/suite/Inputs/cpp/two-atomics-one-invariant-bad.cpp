// The two halves of a point are atomic each, but a reader can see the halves of
// different points.
#include <atomic>
#include <cstdint>
#include <thread>

class Cursor {
public:
  void moveTo(int32_t column, int32_t row) {
    x.store(column); // RACE
    y.store(row);    // RACE
  }
  bool onDiagonal() const {
    return x.load() == y.load(); // RACE
  }

private:
  std::atomic<int32_t> x{0}, y{0};
};

int main() {
  Cursor cursor;
  std::thread user([&cursor] {
    for (int i = 0; i < 1000; ++i)
      cursor.moveTo(i, i);
  });
  int off = 0;
  for (int i = 0; i < 1000; ++i)
    off += !cursor.onDiagonal();
  user.join();
  return off;
}
