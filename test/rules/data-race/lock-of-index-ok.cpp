// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The lock of a slot has the index of the slot.
#include <cstddef>
#include <mutex>
#include <random>
#include <thread>
static std::mutex locks[9];
static long slots[9];
static void add(std::size_t i) {
  std::lock_guard<std::mutex> lock(locks[i]);
  slots[i] += 1;
}
static void carry(std::size_t i) {
  std::lock_guard<std::mutex> lock(locks[i + 1]);
  slots[i + 1] += 1;
}
static void work(unsigned seed) {
  std::minstd_rand next(seed);
  for (int round = 0; round < 1000; ++round) {
    add(next() % 8);
    carry(next() % 8);
  }
}
int main() {
  std::thread a(work, 1), b(work, 2);
  a.join();
  b.join();
  return slots[0];
}
