// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is made once is only read after that.
#include <mutex>
#include <thread>
std::once_flag made;
std::mutex mu;
int table[4];
int uses;
void use() {
  std::call_once(made, [] { table[0] = 1; });
  std::lock_guard<std::mutex> hold(mu);
  uses += table[0];
}
int main() {
  std::thread a(use), b(use);
  a.join();
  b.join();
  return uses;
}
