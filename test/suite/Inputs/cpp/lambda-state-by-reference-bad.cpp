// Both threads run one mutable lambda through std::ref and so share its
// captured state.
#include <functional>
#include <thread>

int main() {
  auto dice = [state = 12345u](int rolls) mutable {
    for (int i = 0; i < rolls; ++i)
      state = state * 1664525u + 1013904223u; // RACE
    return state;
  };
  std::thread a(std::ref(dice), 100);
  std::thread b(std::ref(dice), 100);
  a.join();
  b.join();
  return dice(1) ? 0 : 1;
}
