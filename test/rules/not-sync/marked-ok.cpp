// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Used before the thread and after it, and by the thread alone meanwhile.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_NOT_SYNC Connection {
public:
  int send(int Value) const { return Value; }
};
int main() {
  Connection Line;
  Line.send(0);
  std::thread Other([&] { Line.send(1); });
  Other.join();
  Line.send(2);
}
