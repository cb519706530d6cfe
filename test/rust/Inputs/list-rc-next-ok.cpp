// Two lists share a tail by shared_ptr, and one of them goes to a thread.
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

struct Node {
  int value;
  std::optional<std::shared_ptr<const Node>> next;
};

int main() {
  auto tail = std::make_shared<const Node>(Node{3, std::nullopt});
  Node first{1, tail};
  Node second{2, std::move(tail)};
  std::thread worker([first = std::move(first)] {
    auto next = first.next;
    std::printf("%d %d\n", first.value, (*next)->value);
  });
  auto next = *second.next;
  std::printf("%d %d %d\n", second.value, next->value, !next->next);
  worker.join();
}
