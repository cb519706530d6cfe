// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// signal() installs a handler, too; and its pointer may come through a variable.
#include <csignal>

static long interrupts;

static void count(int) { ++interrupts; }

static void install(void (*handler)(int)) { std::signal(SIGINT, handler); }

int main() {
  install(count);
  while (interrupts < 3)
    ;
  return 0;
}

// CHECK: {{^}}{{.*}}handler-signal.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'interrupts': written here while what this signal handler interrupts may read it at {{.*}}handler-signal.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}handler-signal.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the signal handler installed here reaches the write{{$}}
// CHECK: {{^}}{{.*}}handler-signal.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}handler-signal.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}handler-signal.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}handler-signal.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: a signal handler may take no lock: make 'interrupts' a lock-free std::atomic or a volatile sig_atomic_t, or block the signal around the other accesses{{$}}
