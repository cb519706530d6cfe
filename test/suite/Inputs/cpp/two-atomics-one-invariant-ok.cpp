// Both halves of the point are packed into one atomic value.
#include <atomic>
#include <cstdint>
#include <thread>

class Cursor {
public:
  void moveTo(int32_t column, int32_t row) {
    packed.store(static_cast<uint64_t>(static_cast<uint32_t>(column)) << 32 |
                 static_cast<uint32_t>(row));
  }
  bool onDiagonal() const {
    uint64_t both = packed.load();
    return both >> 32 == (both & 0xffffffffu);
  }

private:
  std::atomic<uint64_t> packed{0};
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
