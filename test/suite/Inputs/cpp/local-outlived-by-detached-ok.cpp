// The detached thread shares ownership of what it uses with the caller.
#include <atomic>
#include <memory>
#include <thread>

static std::atomic<int> finished{0};

struct Progress {
  int percent = 0;
};

static void start() {
  auto progress = std::make_shared<Progress>();
  std::thread([progress] {
    for (int i = 0; i < 100; ++i)
      ++progress->percent;
    finished = 1;
  }).detach();
}

int main() {
  start();
  int scratch[64];
  for (int i = 0; i < 64; ++i)
    scratch[i] = i;
  while (!finished)
    std::this_thread::yield();
  return scratch[0];
}
