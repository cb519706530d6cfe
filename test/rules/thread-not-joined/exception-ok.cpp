// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Caught and joined; a thread that joins by itself; nobody catches.
#include <stdexcept>
#include <thread>
void work();
static void caught(int n) {
  std::thread t(work);
  try {
    if (n < 0)
      throw std::runtime_error("n");
  } catch (...) {
    t.join();
    throw;
  }
  t.join();
}
static void joins(int n) {
  std::jthread t(work);
  if (n < 0)
    throw std::runtime_error("n");
}
static void before(int n) {
  if (n < 0)
    throw std::runtime_error("n");
  std::thread t(work);
  t.join();
}
struct Guard {
  std::thread &t;
  ~Guard() { t.join(); }
};
static void guarded(int n) {
  std::thread t(work);
  Guard guard{t};
  if (n < 0)
    throw std::runtime_error("n");
}
static void ends(int n) {
  std::thread t(work);
  if (n < 0)
    throw std::logic_error("n");
  t.join();
}
int main(int argc, char **) {
  try {
    caught(argc);
    joins(argc);
    before(argc);
    guarded(argc);
  } catch (const std::exception &) {
    return 1;
  }
  ends(argc);
}
