// A vector of shared_ptr is copied, and the copy moves to a thread.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

int main() {
  std::vector<std::shared_ptr<const std::string>> names{
      std::make_shared<const std::string>("ada"),
      std::make_shared<const std::string>("bob")};
  auto copies = names;
  std::thread worker([copies = std::move(copies)] {
    for (const auto &name : copies)
      std::printf("%s\n", name->c_str());
  });
  auto again = names;
  std::printf("%zu\n", again.size());
  worker.join();
}
