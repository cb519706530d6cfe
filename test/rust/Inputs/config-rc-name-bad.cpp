// A shared configuration has an Rc in it, which its readers copy.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>

struct Config {
  rust::Rc<std::string> name;
  int limit;
};

static void show(const Config &config) {
  auto name = config.name;
  std::printf("%s %d\n", name->c_str(), config.limit);
}

int main() {
  auto config =
      std::make_shared<const Config>(Config{rust::Rc<std::string>("main"), 3});
  auto other = config;
  std::thread worker([other = std::move(other)] { show(*other); }); // ERROR
  show(*config);
  worker.join();
}
