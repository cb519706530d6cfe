// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// c_str() points into the string.
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Names {
public:
  void set(int Id, const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    All[Id] = Name;
  }
  const char *get(int Id) {
    std::lock_guard<std::mutex> Guard(Mu);
    return All.at(Id).c_str();
  }

private:
  std::mutex Mu;
  std::map<int, std::string> All;
};

int main() {
  Names N;
  N.set(1, "one");
  std::thread Writer([&] { N.set(1, "uno"); });
  char First = N.get(1)[0];
  Writer.join();
  return First == 'x';
}

// CHECK: {{^}}{{.*}}c-string.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: a reference to 'Names::All' is returned, but 'Names::Mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}c-string.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'Names::get' locks 'Names::Mu' here{{$}}
// CHECK: {{^}}{{.*}}c-string.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the reference to 'Names::All' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}c-string.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}c-string.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Names::set'{{$}}
// CHECK: {{^}}{{.*}}c-string.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: it changes 'Names::All' here under 'Names::Mu'{{$}}
// CHECK: {{^}}{{.*}}c-string.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
