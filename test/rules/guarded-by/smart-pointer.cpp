// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <memory>
#include "../Inputs/capabilities.h"

struct Session { int id; void close(); };
class Server {
public:
  void shut() {
    session_->close();
    (*spare_).id = 0;
    session_ = nullptr;
  }

private:
  Mutex mu_;
  std::unique_ptr<Session> session_ PT_GUARDED_BY(mu_);
  std::unique_ptr<Session> spare_ PT_GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: what 'Server::session_' points to is read here without holding 'Server::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'Server::session_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: lock 'Server::mu_' before, or declare 'Server::shut' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: what 'Server::spare_' points to is read here without holding 'Server::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Server::spare_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: lock 'Server::mu_' before, or declare 'Server::shut' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: what 'Server::spare_' points to is written here without holding 'Server::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'Server::spare_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}smart-pointer.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: lock 'Server::mu_' before, or declare 'Server::shut' to require it, if its callers hold it{{$}}
