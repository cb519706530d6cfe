// A configuration that is made once is handed out as a shared_ptr.
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

static std::once_flag nameMade;
static std::optional<std::shared_ptr<const std::string>> theName;

static std::shared_ptr<const std::string> name() {
  std::call_once(nameMade, [] {
    theName.emplace(std::make_shared<const std::string>("ada"));
  });
  return *theName;
}

int main() {
  std::thread worker([] { std::printf("%s\n", name()->c_str()); });
  std::printf("%s\n", name()->c_str());
  worker.join();
}
