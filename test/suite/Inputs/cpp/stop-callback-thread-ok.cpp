// The stop callback only sets an atomic, which is safe from whichever thread
// requests the stop.
#include <atomic>
#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

static int state = 0;
static std::atomic<bool> cancelled{false};

static void work(std::stop_token stop) {
  std::stop_callback onStop(stop, [] { cancelled = true; });
  while (!cancelled)
    state = state + 1;
}

int main() {
  std::jthread worker(work);
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  worker.request_stop();
  worker.join();
  return state >= -1 ? 0 : 1;
}
