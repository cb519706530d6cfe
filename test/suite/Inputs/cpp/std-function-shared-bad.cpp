// Two threads call one std::function whose closure changes a captured variable.
#include <functional>
#include <thread>

int main() {
  int warnings = 0;
  std::function<void(int)> onWarning = [&](int severity) {
    if (severity > 1)
      ++warnings; // RACE
  };
  auto lint = [&onWarning] {
    for (int i = 0; i < 30; ++i)
      onWarning(i % 3);
  };
  std::thread a(lint), b(lint);
  a.join();
  b.join();
  return warnings == 20 ? 0 : 1;
}
