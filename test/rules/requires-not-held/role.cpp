// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class CAPABILITY("role") Role {
public:
  void enter() ACQUIRE();
  void leave() RELEASE();
};
Role ui;
void paint() REQUIRES(ui);
void refresh() {
  ui.enter();
  paint();
  ui.leave();
  paint();
}

// CHECK: {{^}}{{.*}}role.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'paint' is called here without holding 'ui', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}role.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'paint' is declared here to require 'ui'{{$}}
// CHECK: {{^}}{{.*}}role.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock 'ui' before, or declare 'refresh' to require it, if its callers hold it{{$}}
