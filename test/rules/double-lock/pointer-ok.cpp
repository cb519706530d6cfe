// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
struct Node {
  std::mutex mu;
  int n = 0;
};
void bump(Node *p) {
  p->mu.lock();
  ++p->n;
  p->mu.unlock();
}
void two(Node *p, Node *q) {
  p->mu.lock();
  ++p->n;
  p->mu.unlock();
  bump(p);
  bump(q);
}
void moves(Node *p, Node *q) {
  std::mutex *m = &p->mu;
  m->lock();
  m->unlock();
  m = &q->mu;
  m->lock();
  m->unlock();
}
