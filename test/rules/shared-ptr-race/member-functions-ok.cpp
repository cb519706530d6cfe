// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The free functions that came before std::atomic<std::shared_ptr>.
#include <memory>
#include <thread>

struct Config {
  int Level = 0;
};

class Server {
public:
  void reload() {
    std::atomic_store(&Now,
                      std::shared_ptr<const Config>(std::make_shared<Config>()));
  }
  int level() { return std::atomic_load(&Now)->Level; }

private:
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
