// A thread copies a shared_ptr that it has by reference, as does its starter.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

int main() {
  auto name = std::make_shared<const std::string>("ada");
  {
    std::jthread worker([&] {
      auto copy = name;
      std::printf("%s\n", copy->c_str());
    });
    auto copy = name;
    std::printf("%s\n", copy->c_str());
  }
}
