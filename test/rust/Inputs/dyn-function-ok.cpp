// A function of any kind goes to a thread; this one has a shared_ptr in it.
#include <cstdio>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

int main() {
  auto count = std::make_shared<const int>(3);
  auto copy = count;
  std::function<void()> show = [copy = std::move(copy)] {
    std::printf("%d\n", *copy);
  };
  std::thread worker([show = std::move(show)] { show(); });
  auto again = count;
  std::printf("%d\n", *again);
  worker.join();
}
