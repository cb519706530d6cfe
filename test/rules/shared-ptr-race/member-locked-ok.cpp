// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A mutex guards the handle; what is done with the copy needs none.
#include <memory>
#include <mutex>
#include <thread>

struct Config {
  int Level = 0;
};

class Server {
public:
  void reload() {
    auto New = std::make_shared<Config>();
    std::lock_guard<std::mutex> Guard(Mu);
    Now = New;
  }
  int level() {
    std::shared_ptr<const Config> Mine;
    {
      std::lock_guard<std::mutex> Guard(Mu);
      Mine = Now;
    }
    return Mine->Level;
  }

private:
  std::mutex Mu;
  std::shared_ptr<const Config> Now = std::make_shared<Config>();
};

int main() {
  Server S;
  std::thread Reloader([&S] { S.reload(); });
  int Level = S.level();
  Reloader.join();
  return Level;
}

// CHECK: 0 findings
