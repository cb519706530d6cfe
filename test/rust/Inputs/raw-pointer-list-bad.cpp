// A list whose nodes point to the next by plain pointers moves to a thread.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

struct Node {
  int value;
  Node *next;
};

int main() {
  Node *last = new Node{2, nullptr};
  auto first = std::make_unique<Node>(Node{1, last});
  std::thread worker([first = std::move(first)] { // ERROR
    std::printf("%d %d\n", first->value, first->next->value);
    delete first->next;
  });
  worker.join();
}
