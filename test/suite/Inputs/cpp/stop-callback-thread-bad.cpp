// The stop callback runs on the thread that requests the stop and writes what
// the worker writes.
#include <atomic>
#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

static int state = 0;

static void work(std::stop_token stop) {
  std::stop_callback onStop(stop, [] {
    state = -1; // RACE
  });
  while (!stop.stop_requested())
    state = state + 1; // RACE
}

int main() {
  std::jthread worker(work);
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  worker.request_stop();
  worker.join();
  return state >= -1 ? 0 : 1;
}
