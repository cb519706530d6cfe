// A text is made at its first use, under a once_flag, by two threads.
#include <cstdio>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

class Page {
public:
  const std::string &text() const {
    std::call_once(once, [this] { made.emplace("ada"); });
    return *made;
  }

private:
  mutable std::once_flag once;
  mutable std::optional<std::string> made;
};

int main() {
  const Page page;
  {
    std::jthread worker([&] { std::printf("%s\n", page.text().c_str()); });
    std::printf("%s\n", page.text().c_str());
  }
}
