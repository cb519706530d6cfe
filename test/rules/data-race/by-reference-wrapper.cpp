// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What a thread gets by std::ref, its starter changes without the lock.
#include <functional>
#include <mutex>
#include <string>
#include <thread>
static std::mutex mu;
static void greet(std::string &text, const std::string &name) {
  std::lock_guard<std::mutex> lock(mu);
  text += "hello " + name;
}
int main() {
  std::string text;
  std::string name = "you";
  std::thread greeter(greet, std::ref(text), std::cref(name));
  {
    text += "and welcome, " + name;
  }
  greeter.join();
  return text.empty();
}

// CHECK: {{^}}{{.*}}by-reference-wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'text': written here while another thread may write it at {{.*}}by-reference-wrapper.cpp:[[#@LINE-13]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}by-reference-wrapper.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}by-reference-wrapper.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}by-reference-wrapper.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}by-reference-wrapper.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}by-reference-wrapper.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 3 do), or make 'text' atomic{{$}}
