// A shared configuration has a shared_ptr in it, which its readers copy.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>

struct Config {
  std::shared_ptr<const std::string> name;
  int limit;
};

static void show(const Config &config) {
  auto name = config.name;
  std::printf("%s %d\n", name->c_str(), config.limit);
}

int main() {
  auto config = std::make_shared<const Config>(
      Config{std::make_shared<const std::string>("main"), 3});
  auto other = config;
  std::thread worker([other = std::move(other)] { show(*other); });
  show(*config);
  worker.join();
}
