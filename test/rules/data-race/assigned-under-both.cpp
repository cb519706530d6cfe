// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The assignment holds the lock of the object that it reads, not of the one
// that it changes.
#include <mutex>
#include <string>
#include <thread>
class Title {
public:
  void set(const std::string &text) {
    std::lock_guard<std::mutex> lock(mu_);
    text_ = text;
  }
  Title &operator=(const Title &other) {
    if (this == &other)
      return *this;
    std::scoped_lock lock(other.mu_);
    text_ = other.text_;
    return *this;
  }

private:
  mutable std::mutex mu_;
  std::string text_;
};
static Title shown, edited;
int main() {
  std::thread editor([] { edited.set("draft"); });
  std::thread viewer([] { shown.set("..."); });
  shown = edited;
  editor.join();
  viewer.join();
}

// CHECK: {{^}}{{.*}}assigned-under-both.cpp:[[#@LINE-23]]:{{[0-9]+}}: warning: data race on 'shown.text_': written here while another thread may write it at {{.*}}assigned-under-both.cpp:[[#@LINE-17]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}assigned-under-both.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Title::set'{{$}}
// CHECK: {{^}}{{.*}}assigned-under-both.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: the write holds 'Title::mu_'{{$}}
// CHECK: {{^}}{{.*}}assigned-under-both.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Title::operator='{{$}}
// CHECK: {{^}}{{.*}}assigned-under-both.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds 'Title::mu_'{{$}}
// CHECK: {{^}}{{.*}}assigned-under-both.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'shown.text_' with a mutex{{$}}
