// Of libraries, models tell which handles count without atomics, and which
// policies make a class do so.
// RUN: split-file %s %t
// RUN: not %fearless check %t/local.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --check-prefix=LOCAL --implicit-check-not=warning: --implicit-check-not=error:
// RUN: not %fearless check %t/policy.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --check-prefix=POLICY --implicit-check-not=warning: --implicit-check-not=error:
// RUN: %fearless check %t/policy-ok.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --check-prefix=OK --implicit-check-not=warning: --implicit-check-not=error:
// LOCAL: local.cpp:8:15: warning: the thread started here shares what 'First' refers to, but 'boost::local_shared_ptr<Page>' does not count its references atomically [fearless-refcount-shared]{{$}}
// LOCAL: local.cpp:8:15: note: the thread started here drops its copy, at the latest when it ends{{$}}
// LOCAL: local.cpp:9:33: note: the main thread, meanwhile, copies 'First' here{{$}}
// LOCAL: local.cpp:8:15: note: use a handle that counts atomically, or leave the thread the only copy of 'First'{{$}}
// POLICY: policy.cpp:8:15: warning: the thread started here shares what 'First' refers to, but 'boost::intrusive_ref_counter<Page, boost::thread_unsafe_counter>' does not count its references atomically [fearless-refcount-shared]{{$}}
// POLICY: policy.cpp:8:15: note: the thread started here drops its copy, at the latest when it ends{{$}}
// POLICY: policy.cpp:9:30: note: the main thread, meanwhile, copies 'First' here{{$}}
// POLICY: policy.cpp:8:15: note: use a handle that counts atomically, or leave the thread the only copy of 'First'{{$}}
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
