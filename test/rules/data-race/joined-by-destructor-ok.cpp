// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The destructor joins what the constructor started.
#include <thread>
static long bytes;
class Reader {
public:
  Reader() : thread([] { bytes += 512; }) {}
  ~Reader() {
    if (thread.joinable())
      thread.join();
  }

private:
  std::thread thread;
};
int main() {
  { Reader r; }
  return ++bytes > 0;
}
