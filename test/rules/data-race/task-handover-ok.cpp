// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The task is waited for.
#include <future>
#include <thread>
static int reply;
int main() {
  std::packaged_task<void()> task([] { reply = 7; });
  std::future<void> done = task.get_future();
  std::thread server(std::move(task));
  done.wait();
  int seen = reply;
  server.join();
  return seen;
}
