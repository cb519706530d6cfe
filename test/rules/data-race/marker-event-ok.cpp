// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The reader waits for the event.
#include <fearless/annotations.h>
#include <thread>
class Event {
public:
  FEARLESS_NOTIFIES void set();
  FEARLESS_WAITS void wait();
};
static Event Ready;
static int Data;
int main() {
  std::thread Reader([] {
    Ready.wait();
    return Data;
  });
  Data = 1;
  Ready.set();
  Reader.join();
}
