// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The pointer itself is not guarded, only what it points to.
#include "../Inputs/capabilities.h"

struct Voxels { float density[64]; };
class Terrain {
public:
  void dig(unsigned at) {
    Voxels *v = voxels_;
    MutexLock lock(mu_);
    v->density[at % 64] = 0;
  }
  bool loaded() { return voxels_ != nullptr; }

private:
  Mutex mu_;
  Voxels *voxels_ PT_GUARDED_BY(mu_);
};
