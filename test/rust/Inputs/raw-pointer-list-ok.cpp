// A list whose nodes own the next moves to a thread.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

struct Node {
  int value;
  std::unique_ptr<Node> next;
};

int main() {
  auto last = std::make_unique<Node>(Node{2, nullptr});
  auto first = std::make_unique<Node>(Node{1, std::move(last)});
  std::thread worker([first = std::move(first)] {
    std::printf("%d %d\n", first->value, first->next->value);
  });
  worker.join();
}
