// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Entries of the password file, by name and by number: one static entry.
#include <pwd.h>
#include <string>
#include <thread>

static std::string home(const char *user) {
  passwd *entry = getpwnam(user);
  return entry ? entry->pw_dir : "";
}
static std::string self() {
  passwd *entry = getpwuid(0);
  return entry ? entry->pw_name : "";
}

int main() {
  std::jthread worker([] { home("root"); });
  self();
}

// CHECK: {{^}}{{.*}}users.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'getpwnam' changes the entry of the password file, which all threads share, while another thread may change it with 'getpwuid' at {{.*}}users.cpp:[[#@LINE-9]]:{{[0-9]+}} [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}users.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread started here reaches the call of 'getpwnam' through a lambda in 'main' -> 'home'{{$}}
// CHECK: {{^}}{{.*}}users.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the call of 'getpwnam' holds no lock{{$}}
// CHECK: {{^}}{{.*}}users.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the main thread reaches the call of 'getpwuid' through 'main' -> 'self'{{$}}
// CHECK: {{^}}{{.*}}users.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the call of 'getpwuid' holds no lock{{$}}
// CHECK: {{^}}{{.*}}users.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: use 'getpwnam_r', which keeps no state of its own{{$}}
