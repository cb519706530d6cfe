// Lock coupling done wrong: the current node is released before its next
// pointer is read.
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
  for (;;) {
    Node *next = at->next;
    if (!next || next->key > key)
      break;
    at->lock.unlock();
    at = at->next; // RACE
    at->lock.lock();
  }
  fresh->next = at->next;
  at->next = fresh; // RACE
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
