// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The environment is written before the first thread, and after the last.
#include <cstdlib>
#include <string>
#include <thread>

static std::string proxy() {
  const char *p = std::getenv("HTTP_PROXY");
  return p ? p : "";
}
static void fetch() { proxy(); }

int main(int argc, char **argv) {
  if (argc > 1)
    setenv("HTTP_PROXY", argv[1], 1);
  std::thread worker(fetch);
  worker.join();
  unsetenv("HTTP_PROXY");
}
