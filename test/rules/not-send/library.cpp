// Of libraries, models tell which handles count without atomics, and which
// policies make a class do so.
// RUN: split-file %s %t
// RUN: not %fearless check %t/local.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --check-prefix=LOCAL --implicit-check-not=warning: --implicit-check-not=error:
// RUN: not %fearless check %t/policy.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --check-prefix=POLICY --implicit-check-not=warning: --implicit-check-not=error:
// RUN: %fearless check %t/policy-ok.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --check-prefix=OK --implicit-check-not=warning: --implicit-check-not=error:
// LOCAL: local.cpp:8:15: warning: 'First' is copied to another thread, but 'boost::local_shared_ptr<Page>' counts its owners without atomic operations [fearless-not-send]{{$}}
// LOCAL: local.cpp:8:24: note: a lambda captures 'First' here{{$}}
// LOCAL: local.cpp:8:15: note: the thread started here runs a lambda in 'main' with it{{$}}
// LOCAL: local.cpp:9:33: note: meanwhile 'main' copies one here{{$}}
// LOCAL: local.cpp:8:15: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
// POLICY: policy.cpp:8:15: warning: 'First' is copied to another thread, but 'boost::intrusive_ptr<Page>' counts its owners without atomic operations [fearless-not-send]{{$}}
// POLICY: policy.cpp:8:24: note: a lambda captures 'First' here{{$}}
// POLICY: policy.cpp:8:15: note: the thread started here runs a lambda in 'main' with it{{$}}
// POLICY: policy.cpp:9:30: note: meanwhile 'main' copies one here{{$}}
// POLICY: policy.cpp:8:15: note: use a pointer with an atomic count, such as std::shared_ptr, or move the only one to the thread{{$}}
// OK: 0 findings
//--- system/boost.h
namespace boost {
template <class T> struct local_shared_ptr {
  explicit local_shared_ptr(T *);
  local_shared_ptr(const local_shared_ptr &);
  ~local_shared_ptr();
  T *operator->() const;
};
struct thread_unsafe_counter {};
struct thread_safe_counter {};
template <class T, class Policy> struct intrusive_ref_counter {
  ~intrusive_ref_counter();
};
template <class T> struct intrusive_ptr {
  explicit intrusive_ptr(T *);
  intrusive_ptr(const intrusive_ptr &);
  ~intrusive_ptr();
  T *operator->() const;
};
} // namespace boost
//--- local.cpp
#include "boost.h"
#include <thread>
struct Page {
  int Lines = 0;
};
int main() {
  boost::local_shared_ptr<Page> First(new Page);
  std::thread Printer([First] { (void)First->Lines; });
  boost::local_shared_ptr<Page> Second(First);
  Printer.join();
  return Second->Lines;
}
//--- policy.cpp
#include "boost.h"
#include <thread>
struct Page : boost::intrusive_ref_counter<Page, boost::thread_unsafe_counter> {
  int Lines = 0;
};
int main() {
  boost::intrusive_ptr<Page> First(new Page);
  std::thread Printer([First] { (void)First->Lines; });
  boost::intrusive_ptr<Page> Second(First);
  Printer.join();
  return Second->Lines;
}
//--- policy-ok.cpp
#include "boost.h"
#include <thread>
struct Page : boost::intrusive_ref_counter<Page, boost::thread_safe_counter> {
  int Lines = 0;
};
int main() {
  boost::intrusive_ptr<Page> First(new Page);
  std::thread Printer([First] { (void)First->Lines; });
  boost::intrusive_ptr<Page> Second(First);
  Printer.join();
  return Second->Lines;
}
