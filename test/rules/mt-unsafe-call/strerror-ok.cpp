// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --check-prefix=NONE --implicit-check-not=warning:
// Of which libraries today keep a text for each thread: told with --all.
// RUN: not %fearless check -q --all %s -- -std=c++20 | FileCheck %s
#include <cstring>
#include <thread>

static void fail() { std::strerror(2); }

int main() {
  std::thread first(fail), second(fail);
  first.join();
  second.join();
}
// CHECK: warning: 'strerror' changes the message buffer of strerror, which all threads share, while another thread may do the same [fearless-mt-unsafe-call]
// NONE: 0 findings
