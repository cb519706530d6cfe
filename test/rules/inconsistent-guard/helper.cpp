// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A helper that one of its callers calls without the lock. What only the helper
// itself writes (Size) tells nothing: one of two accesses is not a habit.
#include <map>
#include <mutex>
#include <string>
class Registry {
public:
  Registry() { rebuild(); }
  void add(const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    Names[Name] = 1;
    rebuild();
  }
  void refresh() { rebuild(); }

private:
  void rebuild() { Size = Names.size(); }
  std::mutex Mu;
  std::map<std::string, int> Names;
  unsigned long Size = 0;
};
void use(Registry &R) {
  R.add("x");
  R.refresh();
}

// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Registry::Names' is read here without 'Registry::Mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'Registry::add' writes it here, with the lock (as at 2 of 3 accesses){{$}}
// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'Registry::rebuild' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: hold 'Registry::Mu' at every access{{$}}
