// The thread has a copy of its own.
#include <memory>
#include <thread>

int main() {
  auto Current = std::make_shared<int>(1);
  std::thread Reader([Current] {
    std::shared_ptr<int> Mine = Current;
    (void)*Mine;
  });
  Current = std::make_shared<int>(2);
  Reader.join();
  return *Current;
}
