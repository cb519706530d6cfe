// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <cstdio>
#include <ctime>
#include <thread>

static void stamp() {
  std::time_t now = std::time(nullptr);
  std::tm t;
  localtime_r(&now, &t);
  std::printf("%d\n", t.tm_hour);
}

int main() {
  std::thread worker(stamp);
  std::time_t now = std::time(nullptr);
  std::tm *t = std::gmtime(&now);
  std::printf("%d\n", t->tm_hour);
  worker.join();
}
