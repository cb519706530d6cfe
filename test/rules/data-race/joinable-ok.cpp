// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is not joinable does not run.
#include <thread>
static int result;
int main(int argc, char **) {
  std::thread worker([] { result = 42; });
  if (worker.joinable())
    worker.join();
  return result;
}
