// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each round starts a thread that changes what they all have captured.
#include <algorithm>
#include <string>
#include <thread>
#include <vector>
struct Page {
  std::string text;
  std::size_t length = 0;
};
int main() {
  std::vector<Page> pages = {{"one"}, {"two"}, {"three"}};
  std::size_t longest = 0;
  std::vector<std::thread> readers;
  for (Page &page : pages)
    readers.emplace_back([&] {
      longest = std::max(longest, page.text.size());
    });
  for (std::thread &reader : readers)
    reader.join();
  for (const Page &page : pages)
    longest = std::max(longest, page.length);
  return longest;
}

// CHECK: {{^}}{{.*}}range-for-element.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'longest': written here while another thread may read it at {{.*}}range-for-element.cpp:[[#@LINE-9]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}range-for-element.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}range-for-element.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}range-for-element.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}range-for-element.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}range-for-element.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: guard 'longest' with a mutex, or make it atomic{{$}}
