// pop() only unlinks; nodes are kept until every thread has been joined.
#include <atomic>
#include <thread>
#include <vector>

struct Node {
  int value;
  Node *next;
};

class Stack {
public:
  void push(Node *node) {
    node->next = head.load(std::memory_order_relaxed);
    while (!head.compare_exchange_weak(node->next, node,
                                       std::memory_order_release,
                                       std::memory_order_relaxed)) {
    }
  }
  Node *pop() {
    Node *top = head.load(std::memory_order_acquire);
    while (top && !head.compare_exchange_weak(top, top->next,
                                              std::memory_order_acquire)) {
    }
    return top;
  }

private:
  std::atomic<Node *> head{nullptr};
};

static Stack stack;

static void drain(long *sum, std::vector<Node *> *kept) {
  while (Node *node = stack.pop()) {
    *sum += node->value;
    kept->push_back(node);
  }
}

int main() {
  for (int i = 0; i < 2000; ++i)
    stack.push(new Node{i, nullptr});
  long left = 0, right = 0;
  std::vector<Node *> leftKept, rightKept;
  std::thread a(drain, &left, &leftKept), b(drain, &right, &rightKept);
  a.join();
  b.join();
  for (Node *node : leftKept)
    delete node;
  for (Node *node : rightKept)
    delete node;
  return left + right == 1999000 ? 0 : 1;
}
