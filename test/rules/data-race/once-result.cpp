// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One of the two does not ask for it to be made.
#include <mutex>
#include <string>
#include <thread>
class Page {
public:
  const std::string &text() const {
    std::call_once(Once, [this] { Made = "ada"; });
    return Made;
  }
  const std::string &perhaps() const { return Made; }

private:
  mutable std::once_flag Once;
  mutable std::string Made;
};
int main() {
  const Page P;
  std::thread Other([&] { return P.text().size(); });
  auto Size = P.perhaps().size();
  Other.join();
  return int(Size);
}

// CHECK: {{^}}{{.*}}once-result.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: data race on 'Page::Made': written here while another thread may read it at {{.*}}once-result.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}once-result.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Page::text' -> a lambda in 'Page::text'{{$}}
// CHECK: {{^}}{{.*}}once-result.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds 'Page::Once'{{$}}
// CHECK: {{^}}{{.*}}once-result.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}once-result.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}once-result.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: hold 'Page::Once' at every access (2 of 3 do){{$}}
