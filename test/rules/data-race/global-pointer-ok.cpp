// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It is shared under a lock.
#include <thread>
struct Config {
  int level = 0;
};
static Config *config;
static void reader(int &out) { out = config->level; }
int main() {
  config = new Config;
  config->level = 3;
  int seen = 0;
  std::thread t([&] { reader(seen); });

  t.join();
  return seen;
}
