// A copy of a shared_ptr moves to a thread while the original stays here.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

int main() {
  auto here = std::make_shared<const int>(5);
  auto there = here;
  std::thread worker(
      [there = std::move(there)] { std::printf("%d\n", *there); });
  std::printf("%d\n", *here);
  worker.join();
}
