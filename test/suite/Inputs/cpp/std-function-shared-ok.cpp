// The std::function's closure takes a lock around the captured variable.
#include <functional>
#include <mutex>
#include <thread>

int main() {
  int warnings = 0;
  std::mutex lock;
  std::function<void(int)> onWarning = [&](int severity) {
    std::lock_guard<std::mutex> hold(lock);
    if (severity > 1)
      ++warnings;
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
