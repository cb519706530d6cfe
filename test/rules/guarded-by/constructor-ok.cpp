// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Nobody else knows of an object that is being made.
#include "../Inputs/capabilities.h"

class Node {
public:
  explicit Node(Node &parent) {
    init();
    MutexLock lock(parent.mu_);
    depth_ = parent.depth_ + 1;
  }
  ~Node() { depth_ = -1; }

private:
  void init() { depth_ = 0; }
  Mutex mu_;
  int depth_ GUARDED_BY(mu_);
};
