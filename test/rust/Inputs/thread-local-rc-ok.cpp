// A copy of the shared_ptr that a thread has for itself goes to another.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>

static std::shared_ptr<const std::string> name() {
  static thread_local auto text = std::make_shared<const std::string>("ada");
  return text;
}

int main() {
  auto mine = name();
  std::thread worker(
      [mine = std::move(mine)] { std::printf("%s\n", mine->c_str()); });
  std::printf("%s\n", name()->c_str());
  worker.join();
}
