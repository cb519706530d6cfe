// Lock coupling: the next node is locked before the current one is released.
#include <mutex>
#include <thread>

struct Node {
  explicit Node(int key) : key(key) {}
  const int key;
  std::mutex lock;
  Node *next = nullptr;
};

static Node head(-1);

static void insert(int key) {
  Node *fresh = new Node(key);
  Node *at = &head;
  at->lock.lock();
  while (at->next && at->next->key <= key) {
    Node *next = at->next;
    next->lock.lock();
    at->lock.unlock();
    at = next;
  }
  fresh->next = at->next;
  at->next = fresh;
  at->lock.unlock();
}

int main() {
  std::thread odd([] {
    for (int k = 1; k < 600; k += 2)
      insert(k);
  });
  for (int k = 600; k > 0; k -= 2)
    insert(k);
  odd.join();
  int count = 0;
  for (Node *at = head.next; at;) {
    Node *gone = at;
    at = at->next;
    delete gone;
    ++count;
  }
  return count == 600 ? 0 : 1;
}
