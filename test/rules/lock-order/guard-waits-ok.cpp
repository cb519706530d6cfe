// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A wait that is given the guard gives its lock back meanwhile: who notifies
// can take it.
#include <fearless/condvar.h>
#include <fearless/mutex.h>
#include <thread>
#include <vector>

static fearless::Mutex<std::vector<int>> jobs;
static fearless::Condvar more;

int main() {
  std::thread([] {
    jobs.lock()->push_back(1);
    more.notify_one();
  }).detach();
  auto guard = jobs.lock();
  more.wait(guard, [](auto &all) { return !all.empty(); });
}
