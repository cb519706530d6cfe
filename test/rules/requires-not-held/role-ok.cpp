// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who asserts a capability has it from there on.
#include "../Inputs/capabilities.h"

class CAPABILITY("role") Role {
public:
  void enter() ACQUIRE();
  void leave() RELEASE();
  void check() ASSERT_CAPABILITY();
};
Role ui;
void paint() REQUIRES(ui);
void refresh() {
  ui.check();
  paint();
}
