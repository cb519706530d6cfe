// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock of a node is let go before it is asked for the next one.
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
    at->mu.unlock();
    next->mu.lock();
    if (next->key > key) {
      next->mu.unlock();
      break;
    }
    at = next;
  }
  if (!at->next)
    at->mu.unlock();
  added->next = at->next;
  at->next = added;
}
int main() {
  std::thread a(insert, 1), b(insert, 2);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}hand-over-hand-insert.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'head.next': written here while another thread may read it at {{.*}}hand-over-hand-insert.cpp:[[#@LINE-20]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-insert.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-insert.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-insert.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-insert.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the read holds 'Node::mu'{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-insert.cpp:[[#@LINE-33]]:{{[0-9]+}}: note: hold 'Node::mu' at every access (1 of 6 do), or make 'head.next' atomic{{$}}
