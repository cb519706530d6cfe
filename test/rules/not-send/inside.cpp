// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Elements of containers, alternatives and bases.
#include "Inputs/counted.h"
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <variant>
#include <vector>
using Handle = boost::local_shared_ptr<int>;
struct Styles {
  std::map<std::string, std::vector<std::optional<Handle>>> ByName;
};
struct Page : Styles {};
struct Any {
  std::variant<int, std::tuple<int, Handle>> Value;
};
int main() {
  Page P;
  Any A;
  std::thread First([P] { (void)P.ByName.size(); });
  std::thread Second([A] { (void)A.Value.index(); });
  Page Mine = P;
  Any Its = A;
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'P' is copied to another thread, but 'boost::local_shared_ptr<int>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: a lambda captures 'P' here{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'Styles::ByName' is a 'std::map<std::basic_string<char, std::char_traits<char>, std::allocator<char>>, std::vector<std::optional<boost::local_shared_ptr<int>>, std::allocator<std::optional<boost::local_shared_ptr<int>>>>, std::less<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>, std::allocator<std::pair<const std::basic_string<char, std::char_traits<char>, std::allocator<char>>, std::vector<std::optional<boost::local_shared_ptr<int>>, std::allocator<std::optional<boost::local_shared_ptr<int>>>>>>>', of which only one thread may copy or drop any{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'A' is copied to another thread, but 'boost::local_shared_ptr<int>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: a lambda captures 'A' here{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Any::Value' is a 'std::variant<int, std::tuple<int, boost::local_shared_ptr<int>>>', of which only one thread may copy or drop any{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}inside.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
