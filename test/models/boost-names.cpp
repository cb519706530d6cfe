// Boost.Test and Boost.MultiIndex are ordinary functions: they touch what they are given.
// An index that is not const and hands out its end is not written.
// RUN: split-file %s %t
// RUN: not %fearless check %t/use.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --implicit-check-not=warning:
// CHECK: use.cpp:{{[0-9]+}}:{{[0-9]+}}: warning: data race on 'filled'
// CHECK: coverage: 0 of {{[0-9]+}} callees unresolved
//--- system/boost.h
namespace boost {
namespace unit_test {
struct basic_cstring { basic_cstring(const char *); };
struct unit_test_log_t { void set_checkpoint(const basic_cstring &); };
int unit_test_main(bool (*init)(), int argc, char **argv);
} // namespace unit_test
namespace test_tools { bool report_assertion(bool); }
namespace multi_index {
namespace detail {
struct hashed_index { void *end(); void *find(int) const; void insert(int); };
} // namespace detail
} // namespace multi_index
} // namespace boost
//--- use.cpp
#include "boost.h"
#include <thread>
boost::multi_index::detail::hashed_index looked, filled;
void work() {
  if (looked.find(1) != looked.end())
    filled.insert(1);
}
bool init() {
  boost::unit_test::unit_test_log_t log;
  log.set_checkpoint("init");
  return boost::test_tools::report_assertion(true);
}
int main(int argc, char **argv) {
  std::thread other(work);
  work();
  other.join();
  return boost::unit_test::unit_test_main(init, argc, argv);
}
