// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is to be read later is read before.
#include <fearless/annotations.h>
#include <memory>
#include <thread>
#include <utility>
template <class T> class Channel {
public:
  void send(FEARLESS_SENDS T Value);
  FEARLESS_RECEIVES T receive();
};
static Channel<std::unique_ptr<int>> Line;
int main() {
  std::thread Reader([] { return *Line.receive(); });
  auto Value = std::make_unique<int>(1);
  int Again = *Value;
  Line.send(std::move(Value));
  Reader.join();
  return Again;
}
