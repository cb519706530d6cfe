// A weak_ptr is no more for two threads than a shared_ptr.
#include <memory>
#include <thread>

static std::weak_ptr<int> Last;

int main() {
  auto First = std::make_shared<int>(1);
  std::thread Watcher([] {
    if (auto Value = Last.lock())
      (void)*Value;
  });
  Last = First;
  Watcher.join();
  return 0;
}
