// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// The suspension stands between await_suspend and await_resume.
#include <coroutine>
struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
struct Event {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
struct Mutex { void lock(); } mu;
Task wait(Event &e) {
  mu.lock();
  int n = co_await e;
  if (n)
    co_return;
  mu.lock();
}
// CHECK: function wait(Event & e) -> Task {{.*}}coroutine
// CHECK-LABEL: body wait
// CHECK: call Task::promise_type::initial_suspend(&%__promise)
// CHECK: suspend :
// CHECK: call Mutex::lock(&@mu)
// CHECK: call Event::await_ready(&$e*)
// CHECK: call Event::await_suspend(&$e*,
// CHECK-NEXT: suspend :
// CHECK-NEXT: call Event::await_resume(&$e*) -> [[N:call#[0-9]+]]
// CHECK-NEXT: assume [[N]]
// CHECK: call Task::promise_type::return_void(&%__promise)
// CHECK-NEXT: return
// CHECK: call Mutex::lock(&@mu)
// CHECK: call Task::promise_type::final_suspend(&%__promise)
// CHECK: suspend :
// CHECK: block {{[0-9]+}} exit
