// The main thread sleeps and hopes that the detached thread is done.
#include <chrono>
#include <thread>

static int answer = 0;

int main() {
  std::thread([] {
    int sum = 0;
    for (int i = 0; i <= 8; ++i)
      sum += i;
    answer = sum + 6; // RACE
  }).detach();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  return answer == 42 ? 0 : 1; // RACE
}
