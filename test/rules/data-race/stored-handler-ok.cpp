// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A callable that was stored takes a lock.
#include <functional>
#include <thread>
class Button {
public:
  void onClick(std::function<void()> f) { handler_ = std::move(f); }
  void click() { handler_(); }

private:
  std::function<void()> handler_;
};
int main() {
  int clicks = 0;
  Button button;
  button.onClick([&clicks] { ++clicks; });
  std::thread t([&] { button.click(); });

  t.join();
  button.click();
  return clicks;
}
