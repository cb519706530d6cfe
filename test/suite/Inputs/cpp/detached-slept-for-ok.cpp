// The main thread waits for the detached thread's promise.
#include <chrono>
#include <future>
#include <thread>

static int answer = 0;

int main() {
  std::promise<void> computed;
  std::future<void> done = computed.get_future();
  std::thread([computed = std::move(computed)]() mutable {
    int sum = 0;
    for (int i = 0; i <= 8; ++i)
      sum += i;
    answer = sum + 6;
    computed.set_value();
  }).detach();
  done.wait();
  return answer == 42 ? 0 : 1;
}
