// Of libraries, models tell which handles count without atomics, and which
// policies make a class do so.
// RUN: split-file %s %t
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
