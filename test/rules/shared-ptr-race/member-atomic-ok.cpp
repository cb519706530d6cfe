// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An atomic shared_ptr.
#include <atomic>
#include <memory>
#include <thread>

struct Config {
  int Level = 0;
};

class Server {
public:
  void reload() { Now.store(std::make_shared<Config>()); }
  int level() { return Now.load()->Level; }

private:
  std::atomic<std::shared_ptr<const Config>> Now{std::make_shared<Config>()};
};

int main() {
  Server S;
  std::thread Reloader([&S] { S.reload(); });
  int Level = S.level();
  Reloader.join();
  return Level;
}

// CHECK: 0 findings
