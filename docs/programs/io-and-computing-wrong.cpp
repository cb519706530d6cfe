// Looks as if all pages were fetched at once. But the future that async returns
// waits when it is dropped, which is at the end of the line: one after another.
#include <chrono>
#include <future>
#include <thread>

void fetch([[maybe_unused]] int number) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1)); // far away
}

int main() {
  for (int number = 0; number < 200; ++number)
    (void)std::async(std::launch::async, // reported: discarded-future
                     fetch, number);
}
