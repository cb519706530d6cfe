// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

struct Voxels { float density[64]; };
class Terrain {
public:
  void dig(unsigned at) {
    voxels_->density[at % 64] = 0;
  }
  bool loaded() { return voxels_ != nullptr; }

private:
  Mutex mu_;
  Voxels *voxels_ PT_GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}pointee.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: what 'Terrain::voxels_' points to is written here without holding 'Terrain::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}pointee.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Terrain::voxels_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}pointee.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: lock 'Terrain::mu_' before, or declare 'Terrain::dig' to require it, if its callers hold it{{$}}
