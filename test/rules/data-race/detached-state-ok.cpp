// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The maker is done before it starts the thread.
#include <memory>
#include <thread>
struct State {
  int step = 0;
};
int main() {
  auto state = std::make_shared<State>();
  state->step = 1;
  std::thread([state] { state->step = 2; }).detach();

  return 0;
}
