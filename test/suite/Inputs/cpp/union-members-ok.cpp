// Two threads write different members of a struct, which are separate
// locations.
#include <cstdint>
#include <thread>

struct Cell {
  std::int32_t whole;
  float fraction;
};

static Cell cell;

int main() {
  std::thread a([] {
    for (int i = 0; i < 100; ++i)
      cell.whole = i;
  });
  std::thread b([] {
    for (int i = 0; i < 100; ++i)
      cell.fraction = 0.5f * i;
  });
  a.join();
  b.join();
  return cell.fraction >= 0 ? 0 : 1;
}
