// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who gets a shared_ptr keeps what it points to.
#include <memory>
#include <mutex>
#include <thread>

struct Config {
  int Level = 0;
};

class Current {
public:
  void reload() {
    std::lock_guard<std::mutex> Guard(Mu);
    Now = std::make_shared<const Config>();
  }
  std::shared_ptr<const Config> get() {
    std::lock_guard<std::mutex> Guard(Mu);
    return Now;
  }

private:
  std::mutex Mu;
  std::shared_ptr<const Config> Now = std::make_shared<const Config>();
};

int main() {
  Current C;
  std::thread Other([&] { C.reload(); });
  int Level = C.get()->Level;
  Other.join();
  return Level;
}
