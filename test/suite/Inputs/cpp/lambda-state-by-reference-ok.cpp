// Each thread gets its own copy of the mutable lambda and so its own captured
// state.
#include <functional>
#include <thread>

int main() {
  auto dice = [state = 12345u](int rolls) mutable {
    for (int i = 0; i < rolls; ++i)
      state = state * 1664525u + 1013904223u;
    return state;
  };
  std::thread a(dice, 100);
  std::thread b(dice, 100);
  a.join();
  b.join();
  return dice(1) ? 0 : 1;
}
