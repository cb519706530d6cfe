// A scanner that is marked for one thread at a time is shared by two.
#include "fearless/annotations.h"
#include <cstdio>
#include <thread>

class FEARLESS_NOT_SYNC Scanner {
public:
  explicit Scanner(int port) : port(port) {}
  void scan() const { std::printf("%d\n", port); }

private:
  int port;
};

int main() {
  const Scanner scanner(1);
  {
    std::jthread worker([&] { scanner.scan(); }); // ERROR
    scanner.scan(); // ERROR-ALSO
  }
}
