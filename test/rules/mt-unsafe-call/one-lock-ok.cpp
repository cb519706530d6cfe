// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both hold one lock, and copy what they got before they give it back.
#include <ctime>
#include <mutex>
#include <string>
#include <thread>

static std::mutex mu;

static std::string stamp(std::time_t t) {
  std::lock_guard<std::mutex> lock(mu);
  return std::ctime(&t);
}
static std::string quick(std::time_t t) {
  std::lock_guard<std::mutex> lock(mu);
  return std::ctime(&t);
}

int main() {
  std::thread worker([] { stamp(1); });
  quick(2);
  worker.join();
}
