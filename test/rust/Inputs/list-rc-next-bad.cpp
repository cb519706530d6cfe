// Two lists share a tail by Rc, and one of them goes to a thread.
#include "rust.h"
#include <cstdio>
#include <optional>
#include <thread>

struct Node {
  int value;
  std::optional<rust::Rc<Node>> next;
};

int main() {
  rust::Rc<Node> tail(Node{3, std::nullopt});
  Node first{1, tail};
  Node second{2, std::move(tail)};
  std::thread worker([first = std::move(first)] { // ERROR
    auto next = first.next;
    std::printf("%d %d\n", first.value, (*next)->value);
  });
  auto next = *second.next;
  std::printf("%d %d %d\n", second.value, next->value, !next->next);
  worker.join();
}
