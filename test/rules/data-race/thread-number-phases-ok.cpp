// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each phase joins its threads before the next one starts some.
#include <thread>
#include <vector>
static int reports;

static void run(int id) {
  if (id != 0)
    return;
  ++reports;
}
static void phase() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.push_back(std::thread(run, i));
  for (std::thread &t : threads)
    t.join();
}
int main() {
  for (int round = 0; round < 3; ++round)
    phase();
}
