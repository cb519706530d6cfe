// A scanner that is marked for one thread at a time goes to another.
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
    std::jthread worker([scanner] { scanner.scan(); });
  }
}
