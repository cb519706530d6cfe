// shared_ptr counts its owners for all threads, but is itself no more than a
// variable: who copies it while another assigns gets half of each.
#include <memory>
#include <string>
#include <thread>

struct Settings {
  int version = 0;
  std::string host = "host 0";
};

std::shared_ptr<const Settings> current = std::make_shared<Settings>();

int main() {
  std::jthread reloader([] {
    for (int version = 1; version <= 100; ++version)
      current = std::make_shared<Settings>(); // reported: shared-ptr-race
  });
  std::size_t length = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto now = current;
    length += now->host.size();
  }
  return length == 6000 ? 0 : 1;
}
