// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The next node is asked for under the lock of the one that leads to it.
#include <mutex>
#include <thread>
struct Node {
  std::mutex mu;
  int key = 0;
  Node *next = nullptr;
};
static Node head;
static void insert(int key) {
  Node *added = new Node;
  added->key = key;
  Node *at = &head;
  at->mu.lock();
  while (Node *next = at->next) {
    next->mu.lock();
    if (next->key > key) {
      next->mu.unlock();
      break;
    }
    at->mu.unlock();
    at = next;
  }
  added->next = at->next;
  at->next = added;
  at->mu.unlock();
}
int main() {
  std::thread a(insert, 1), b(insert, 2);
  a.join();
  b.join();
}
