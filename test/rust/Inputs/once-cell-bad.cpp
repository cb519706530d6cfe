// A text is made at its first use, unguarded, by two threads.
#include <cstdio>
#include <optional>
#include <string>
#include <thread>

class Page {
public:
  const std::string &text() const {
    if (!made)
      made.emplace("ada"); // ERROR-ALSO
    return *made;
  }

private:
  mutable std::optional<std::string> made;
};

int main() {
  const Page page;
  {
    std::jthread worker( // ERROR
        [&] { std::printf("%s\n", page.text().c_str()); });
    std::printf("%s\n", page.text().c_str()); // ERROR-ALSO
  }
}
