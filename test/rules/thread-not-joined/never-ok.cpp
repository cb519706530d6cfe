// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Moved on to who joins, or to code that cannot be seen; std::jthread.
#include <memory>
#include <thread>
void work();
void use(int);
void unseen(std::thread t);
std::thread start() {
  std::thread t(work);
  return t;
}
void taken() {
  std::thread t = start();
  t.join();
}
static void finish(std::thread t) { t.join(); }
void given() {
  std::thread t(work);
  finish(std::move(t));
  std::thread u(work);
  unseen(std::move(u));
}
void owned() {
  auto t = std::make_unique<std::thread>(work);
  t->join();
}
void joins() { std::jthread t(work); }
static void letGo(std::thread &t) { t.detach(); }
void detached() {
  std::thread t(work);
  letGo(t);
}
void swapped() {
  std::thread t(work), u;
  t.swap(u);
  u.join();
}
