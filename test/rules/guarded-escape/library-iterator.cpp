// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// No thread in sight; the class has a lock.
#include <mutex>
#include <string>
#include <vector>

class Log {
public:
  void add(const std::string &Line) {
    std::lock_guard<std::mutex> Guard(Mu);
    Lines.push_back(Line);
  }
  std::vector<std::string>::const_iterator begin() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Lines.begin();
  }

private:
  mutable std::mutex Mu;
  std::vector<std::string> Lines;
};

void use(Log &L) {
  L.add("one");
  L.begin();
}

// CHECK: {{^}}{{.*}}library-iterator.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: a reference to 'Log::Lines' is returned, but 'Log::Mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}library-iterator.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Log::begin' locks 'Log::Mu' here{{$}}
// CHECK: {{^}}{{.*}}library-iterator.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the reference to 'Log::Lines' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}library-iterator.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}library-iterator.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: another thread changes 'Log::Lines' here under 'Log::Mu'{{$}}
// CHECK: {{^}}{{.*}}library-iterator.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
