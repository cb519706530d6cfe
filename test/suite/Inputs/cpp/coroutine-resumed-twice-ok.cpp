// The generator is resumed by one thread at a time: first the helper, and after
// its join the caller.
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
      current = value;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> handle;
  int next() {
    handle.resume();
    return handle.promise().current;
  }
};

static Counter countUp() {
  for (int i = 0; i < 1000; ++i)
    co_yield i;
}

int main() {
  Counter counter = countUp();
  int there = 0, here = 0;
  std::thread other([&] {
    for (int i = 0; i < 10; ++i)
      there = counter.next();
  });
  other.join();
  for (int i = 0; i < 10; ++i)
    here = counter.next();
  counter.handle.destroy();
  return here >= 0 && there >= 0 ? 0 : 1;
}
