// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The future is ready after the write.
#include <future>
#include <thread>
static int reply;
int main() {
  std::promise<void> sent, other;
  std::future<void> got = sent.get_future();
  std::thread server([&] {
    reply = 7;
    sent.set_value();
  });
  got.wait();
  int seen = reply;
  server.join();
  return seen;
}
