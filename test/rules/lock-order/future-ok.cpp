// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Waited for after the lock is given back.
#include <future>
#include <mutex>
#include <thread>
static std::mutex mu;
static std::promise<int> reply;
static int sent;
static void receive() {
  int n;
  {
    std::lock_guard<std::mutex> hold(mu);
    n = sent;
  }
  reply.set_value(n);
}
int main() {
  std::future<int> answer = reply.get_future();
  std::thread receiver(receive);
  int n;
  {
    std::lock_guard<std::mutex> hold(mu);
    ++sent;
  }
  n = answer.get();
  receiver.join();
  return n;
}
