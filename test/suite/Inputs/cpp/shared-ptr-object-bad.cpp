// One thread replaces the global shared_ptr while another copies it.
#include <memory>
#include <string>
#include <thread>

struct Config {
  std::string host;
  int port;
};

static std::shared_ptr<const Config> active =
    std::make_shared<Config>(Config{"localhost", 80});

static void reload() {
  for (int port = 81; port < 200; ++port)
    active = std::make_shared<const Config>(Config{"localhost", port}); // RACE
}

int main() {
  std::thread watcher(reload);
  int highest = 0;
  for (int i = 0; i < 100; ++i) {
    std::shared_ptr<const Config> mine = active; // RACE
    if (mine->port > highest)                    // RACE
      highest = mine->port;                      // RACE
  }
  watcher.join();
  return highest >= 80 ? 0 : 1;
}
