// A tree whose children are shared_ptr goes to a thread; a copy stays.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

struct Tree {
  int value;
  std::vector<std::shared_ptr<const Tree>> children;
};

static int sum(const Tree &tree) {
  int total = tree.value;
  for (auto child : tree.children)
    total += sum(*child);
  return total;
}

int main() {
  auto leaf = std::make_shared<const Tree>(Tree{1, {}});
  Tree tree{2, {leaf}};
  Tree copy = tree;
  std::thread worker(
      [copy = std::move(copy)] { std::printf("%d\n", sum(copy)); });
  std::printf("%d\n", sum(tree));
  worker.join();
}
