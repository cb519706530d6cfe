// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What a thread does on its way to abort() is no part of its life.
#include <cstdio>
#include <cstdlib>
#include <thread>
static int requests;

static void report() { std::printf("%d requests\n", requests); }

static void check(bool good) {
  if (!good) {
    report();
    std::abort();
  }
}

static void serve() { check(std::rand() >= 0); }

int main() {
  std::thread server(serve);
  ++requests;
  server.join();
}

// CHECK: 0 findings
