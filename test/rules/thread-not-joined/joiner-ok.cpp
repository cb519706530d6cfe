// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Classes of the user's own that join, by value and by reference.
#include <thread>
void work();
void use(int);
class Joiner {
public:
  explicit Joiner(std::thread t) : t_(std::move(t)) {}
  ~Joiner() {
    if (t_.joinable())
      t_.join();
  }

private:
  std::thread t_;
};
class ByReference {
public:
  explicit ByReference(std::thread &t) : t_(t) {}
  ~ByReference() { t_.join(); }

private:
  std::thread &t_;
};
void value(bool quick) {
  std::thread t(work);
  Joiner j(std::move(t));
  if (quick)
    return;
  use(1);
}
void reference(bool quick) {
  std::thread t(work);
  ByReference j(t);
  if (quick)
    return;
  use(1);
}
