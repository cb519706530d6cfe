// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What is replaced was there: its destructor takes the lock that is held.
#include <memory>
#include <mutex>
static std::mutex mu;
static int live;
struct Connection {
  ~Connection() {
    std::lock_guard<std::mutex> lock(mu);
    --live;
  }
};
static std::unique_ptr<Connection> connection;
static void renew() {
  std::lock_guard<std::mutex> lock(mu);
  if (connection)
    connection = std::make_unique<Connection>();
}
int main() { renew(); }

// CHECK: {{^}}{{.*}}replaced-owner.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}replaced-owner.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'renew' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}replaced-owner.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: ... and, still holding it, runs 'Connection::~Connection' ...{{$}}
// CHECK: {{^}}{{.*}}replaced-owner.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... which locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}replaced-owner.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: release 'mu' before this call, or give 'Connection::~Connection' a variant that expects the lock to be held{{$}}
