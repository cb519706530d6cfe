// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// More than three functions without the lock: the last report counts them.
#include <mutex>
class Gauge {
public:
  void set(int To) {
    std::lock_guard<std::mutex> Guard(Mu);
    Value = To;
  }
  int a() const { return Value; }
  int b() const { return Value + 1; }
  int c() const { return Value + 2; }
  int d() const { return Value + 3; }
  int e() const { return Value + 4; }

private:
  mutable std::mutex Mu;
  int Value = 0;
};
int use(Gauge &G) {
  G.set(1);
  return G.a() + G.b() + G.c() + G.d() + G.e();
}

// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: 'Gauge::Value' is read here without 'Gauge::Mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'Gauge::set' writes it here, with the lock (as at 1 of 6 accesses){{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'Gauge::a' may run in another thread at the same time; so may 2 more functions without the lock{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: hold 'Gauge::Mu' at every access, or make 'Gauge::Value' atomic{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Gauge::Value' is read here without 'Gauge::Mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Gauge::set' writes it here, with the lock (as at 1 of 6 accesses){{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'Gauge::b' may run in another thread at the same time; so may 2 more functions without the lock{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: hold 'Gauge::Mu' at every access, or make 'Gauge::Value' atomic{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: 'Gauge::Value' is read here without 'Gauge::Mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: 'Gauge::set' writes it here, with the lock (as at 1 of 6 accesses){{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Gauge::c' may run in another thread at the same time; so may 2 more functions without the lock{{$}}
// CHECK: {{^}}{{.*}}many.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: hold 'Gauge::Mu' at every access, or make 'Gauge::Value' atomic{{$}}
