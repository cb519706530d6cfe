// Two threads write different members, but the members of a union share their
// storage.
#include <cstdint>
#include <thread>

union Cell {
  std::int32_t whole;
  float fraction;
};

static Cell cell;

int main() {
  std::thread a([] {
    for (int i = 0; i < 100; ++i)
      cell.whole = i; // RACE
  });
  std::thread b([] {
    for (int i = 0; i < 100; ++i)
      cell.fraction = 0.5f * i; // RACE
  });
  a.join();
  b.join();
  return cell.fraction >= 0 ? 0 : 1;
}
