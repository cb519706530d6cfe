// The global pointer is an atomic<shared_ptr>, so replacing and copying it do
// not race.
#include <atomic>
#include <memory>
#include <string>
#include <thread>

struct Config {
  std::string host;
  int port;
};

static std::atomic<std::shared_ptr<const Config>> active{
    std::make_shared<const Config>(Config{"localhost", 80})};

static void reload() {
  for (int port = 81; port < 200; ++port)
    active = std::make_shared<const Config>(Config{"localhost", port});
}

int main() {
  std::thread watcher(reload);
  int highest = 0;
  for (int i = 0; i < 100; ++i) {
    std::shared_ptr<const Config> mine = active;
    if (mine->port > highest)
      highest = mine->port;
  }
  watcher.join();
  return highest >= 80 ? 0 : 1;
}
