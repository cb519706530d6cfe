// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A function out of sight runs its callable with a lock of its object held.
#include <fearless/annotations.h>
#include <functional>
#include <mutex>
#include <thread>
class Account {
public:
  void change(FEARLESS_RUNS_UNDER(mu) std::function<void(int &)> how);
  std::mutex mu;
};
void locked(FEARLESS_RUNS_UNDER(mu) std::function<void()> run, std::mutex &mu);
static std::mutex mu;
static int total, count, sum;
int main() {
  Account account;
  std::thread one([&] {
    account.change([](int &) { ++total; });
    account.change([](int &) { ++count; });
    locked([] { ++sum; }, mu);
  });
  account.change([](int &) { ++total; });
  {
    std::lock_guard<std::mutex> guard(account.mu);
    ++total;
  }
  account.change([](int &) { ++count; });
  locked([] { ++sum; }, mu);
  one.join();
}
