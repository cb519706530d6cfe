// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The environment is written while threads read it.
#include <cstdlib>
#include <string>
#include <thread>

static std::string proxy() {
  const char *p = std::getenv("HTTP_PROXY");
  return p ? p : "";
}
static void fetch() { proxy(); }

int main(int argc, char **argv) {
  std::thread worker(fetch);
  if (argc > 1)
    setenv("HTTP_PROXY", argv[1], 1);
  worker.join();
  unsetenv("HTTP_PROXY");
}

// CHECK: {{^}}{{.*}}environment.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'setenv' changes the environment, which all threads share, while another thread may read it with 'getenv' at {{.*}}environment.cpp:[[#@LINE-13]]:{{[0-9]+}} [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}environment.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the call of 'setenv'{{$}}
// CHECK: {{^}}{{.*}}environment.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the call of 'setenv' holds no lock{{$}}
// CHECK: {{^}}{{.*}}environment.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the call of 'getenv' through 'fetch' -> 'proxy'{{$}}
// CHECK: {{^}}{{.*}}environment.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the call of 'getenv' holds no lock{{$}}
// CHECK: {{^}}{{.*}}environment.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: make these calls while no other thread runs, or hold one lock at all of them{{$}}
