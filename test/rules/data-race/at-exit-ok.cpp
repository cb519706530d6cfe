// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// main has joined its threads when it returns; the handler joins another; and
// what main has done is done.
#include <cstdlib>
#include <thread>

static long requests, answers, turns;
static std::thread server;

static void report() {
  server.join();
  requests += answers + turns;
}

int main() {
  std::atexit(report);
  server = std::thread([] { ++answers; });
  std::thread client([] { ++requests; });
  ++turns;
  client.join();
  return 0;
}
