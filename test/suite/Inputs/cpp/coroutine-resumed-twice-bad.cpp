// Two threads resume the same generator at once.
#include <coroutine>
#include <exception>
#include <thread>

struct Counter {
  struct promise_type {
    int current = 0;
    Counter get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int value) {
      current = value; // RACE
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> handle;
  int next() {
    handle.resume();                 // RACE
    return handle.promise().current; // RACE
  }
};

static Counter countUp() {
  for (int i = 0; i < 1000; ++i)
    co_yield i; // RACE
}

int main() {
  Counter counter = countUp();
  int there = 0, here = 0;
  std::thread other([&] {
    for (int i = 0; i < 10; ++i)
      there = counter.next(); // RACE
  });
  for (int i = 0; i < 10; ++i)
    here = counter.next(); // RACE
  other.join();
  counter.handle.destroy();
  return here >= 0 && there >= 0 ? 0 : 1;
}
